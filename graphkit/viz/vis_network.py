"""The one door to PyVis: its network builder, and the vis-network script that it carries."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import cast

from pyvis.network import Network

from graphkit.errors import GraphkitError

__all__ = ["Network", "network_options", "vis_script"]

VERSION = re.compile(r"vis-(\d+)\.(\d+)\.(\d+)")
SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=\S*\s*\Z")


def network_options(network: Network) -> dict[str, object]:
    """Return PyVis' options for vis-network, without the panel that edits them."""
    options = cast("dict[str, object]", json.loads(network.options.to_json()))
    options.pop("configure", None)
    options["physics"] = {"enabled": False}
    options["layout"] = {"improvedLayout": False, "randomSeed": 1}
    return options


def vis_script() -> str:
    """Return the newest vis-network script in the PyVis package, fit to stand inline.

    Its style sheet is not needed: it dresses navigation buttons, tooltips and editors only, none
    of which the page uses.

    Raises:
        GraphkitError: The installed PyVis carries no such script.
    """
    folders = [folder for folder in files("pyvis").joinpath("lib").iterdir() if folder.is_dir()]
    versions = {
        tuple(map(int, found.groups())): folder
        for folder in folders
        if (found := VERSION.fullmatch(folder.name))
    }
    if not versions:
        raise GraphkitError("the installed pyvis carries no vis-network; run: pip install pyvis")
    script = versions[max(versions)].joinpath("vis-network.min.js").read_text(encoding="utf-8")
    # A map that is not there would be asked for; a carriage return would change the hash.
    return SOURCE_MAP.sub("\n", script.replace("\r\n", "\n")).replace("</script", "<\\/script")
