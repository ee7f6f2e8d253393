"""What all pages have in common: one file that asks nothing of the network, and safe templates.

The content security policy allows only the scripts that a page was written with, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from graphkit.resources import read_data
from graphkit.viz.labels import SURROGATES

if TYPE_CHECKING:
    from collections.abc import Sequence

JSON_ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in ("<", ">", "&", "\u2028", "\u2029")})


def render_template(
    template: str, *, style: str, scripts: Sequence[str], data: object, values: dict[str, object]
) -> str:
    """Return a page of `graphkit/data/page`; all values are escaped.

    Args:
        template: Its file; it gets `policy`, `style`, `scripts` and `data` besides the values.
        style: The name of its stylesheet.
        scripts: The code of its scripts.
        data: What the scripts read, as JSON-ready objects.
        values: What the template shows.
    """
    environment = Environment(
        autoescape=True, loader=FunctionLoader(read_data), undefined=StrictUndefined
    )
    html = environment.get_template(f"page/{template}").render(
        policy=_content_security_policy(scripts),
        style=Markup(read_data(f"page/{style}")),  # noqa: S704 - our own file
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - our own and vis-network's
        data=Markup(_json_block(data)),  # noqa: S704 - escaped there
        **values,
    )
    return SURROGATES.sub("\ufffd", html)


def read_script(name: str) -> str:
    """Return a script of ours; its hash is taken of the line ends that a browser sees."""
    return read_data(f"page/{name}").replace("\r\n", "\n")


def _content_security_policy(scripts: Sequence[str]) -> str:
    digests = (hashlib.sha256(script.encode("utf-8")).digest() for script in scripts)
    hashes = " ".join(f"'sha256-{base64.b64encode(d).decode('ascii')}'" for d in digests)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _json_block(content: object) -> str:
    """Return data as JSON that cannot end its script element."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(JSON_ESCAPES)
