"""Build and analyse knowledge graphs of political positions.

    import graphkit

    graphkit.build(["articles/"], store="my-store")
    with graphkit.open_store("my-store") as store:
        print(store.query("SELECT ?name WHERE { ?p a foaf:Person ; rdfs:label ?name }").values())
        agreement = graphkit.network(store, kind="congruence")
        graphkit.view(store, "graph.html")

These names are loaded when they are first used, so that `import graphkit` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.pipeline import build, demo, extract, network, open_store, view

__version__ = "0.1.0"

__all__ = ["__version__", "build", "demo", "extract", "network", "open_store", "view"]


if not TYPE_CHECKING:  # a type checker knows the names above, and would take any other for known

    def __getattr__(name: str) -> object:
        """Load a public name on first use (PEP 562)."""
        if name in __all__:
            from graphkit import pipeline

            value: object = getattr(pipeline, name)
            globals()[name] = value
            return value
        raise AttributeError(f"module 'graphkit' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
