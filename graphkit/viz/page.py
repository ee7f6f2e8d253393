"""Render one HTML page that shows who supports and opposes what, in whose words.

The page asks nothing of the network and works from `file://`. Its content security policy allows
only the scripts that it was written with, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from graphkit.records import DEFAULT_MIN_CONFIDENCE, EntityKind
from graphkit.resources import read_data
from graphkit.viz.labels import SURROGATES
from graphkit.viz.page_data import build_page_data
from graphkit.viz.vis_network import network_options, vis_script

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graphkit.records import PositionSet
    from graphkit.viz.page_data import PageData

DEFAULT_TITLE = "Political positions"
JSON_ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in ("<", ">", "&", "\u2028", "\u2029")})


def render_page(
    positions: PositionSet,
    *,
    layout: Mapping[str, tuple[float, float]],
    title: str = DEFAULT_TITLE,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
) -> str:
    """Return a self-contained page with all stances but those that a reader rejected.

    The root element carries `data-ready="true"` once the picture is drawn. The same input gives
    the same bytes.

    Args:
        positions: What to show; the page holds all of it, whatever its confidence.
        layout: A place in pixels for every holder and target, by id.
        title: The heading of the page.
        min_confidence: Where the reader's filter starts, in [0, 1].

    Raises:
        GraphkitError: `layout` lacks a holder or target.
        ValueError: `min_confidence` is outside [0, 1].
    """
    if not 0.0 <= min_confidence <= 1.0:
        raise ValueError(f"min_confidence {min_confidence!r} is not in [0, 1]")
    page = build_page_data(positions, layout=layout)
    scripts = (
        (vis_script(), _read_script("page.js")) if page.stances else (_read_script("empty.js"),)
    )
    environment = Environment(
        autoescape=True, loader=FunctionLoader(read_data), undefined=StrictUndefined
    )
    html = environment.get_template("page/page.html.j2").render(
        title=title,
        policy=_content_security_policy(scripts),
        style=Markup(read_data("page/page.css")),  # noqa: S704 - our own file
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - our own and vis-network's
        data=Markup(_data_block(page, min_confidence=min_confidence)),  # noqa: S704 - escaped there
        stances=page.stances,
        kinds=_kinds(page),
        counts=_counts(page),
        min_confidence=min_confidence,
    )
    return SURROGATES.sub("\ufffd", html)


def _read_script(name: str) -> str:
    """Return a script of ours; its hash is taken of the line ends that a browser sees."""
    return read_data(f"page/{name}").replace("\r\n", "\n")


def _content_security_policy(scripts: Sequence[str]) -> str:
    digests = (hashlib.sha256(script.encode("utf-8")).digest() for script in scripts)
    hashes = " ".join(f"'sha256-{base64.b64encode(d).decode('ascii')}'" for d in digests)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _data_block(page: PageData, *, min_confidence: float) -> str:
    """Return the page's data as JSON that cannot end its script element."""
    content = {
        "nodes": page.network.nodes,
        "edges": page.network.edges,
        "options": network_options(page.network),
        "stances": page.stances,
        "minConfidence": min_confidence,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(JSON_ESCAPES)


def _kinds(page: PageData) -> list[str]:
    """Return the kinds of entities in the picture, for the legend."""
    present = {node["group"] for node in page.network.nodes}
    return [kind.value for kind in EntityKind if kind.value in present]


def _counts(page: PageData) -> str:
    groups = [node["group"] for node in page.network.nodes]
    policies, actions = groups.count("policy"), groups.count("action")
    counted = (
        (len(groups) - policies - actions, "actor", "actors"),
        (policies, "policy", "policies"),
        (actions, "action", "actions"),
        (len(page.stances), "stance", "stances"),
        (page.documents, "document", "documents"),
    )
    return " · ".join(
        f"{count:,} {one if count == 1 else many}" for count, one, many in counted if count
    )
