"""The named queries with the values that the expected answers are for.

`python -m tests.ontology.questions` rewrites the answers; read the difference before you keep it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from graphkit.rdf import named_queries, open_store
from tests.rdf.world import fill

QUERIES = Path(__file__).resolve().parents[2] / "ontology" / "queries"
VALUES: dict[str, dict[str, str]] = {
    "q01-who-opposes": {"policy": "Harbor Act"},
    "q02-who-signed": {
        "addressee": "Ana Bellwick",
        "office": "Attorney General",
        "from": "2031-06-01",
        "until": "2031-06-30",
    },
    "q05-said-in-office": {"person": "Ana Bellwick", "office": "Governor, Oregon"},
    "q11-what-changed": {"from": "2031-08-02"},
    "q16-who-supports": {"policy": "Harbor Act"},
}


def main() -> None:
    """Write the answers beside the queries."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "s", create=True) as store,
    ):
        fill(store)
        for query in named_queries():
            answer = store.query_named(query.name, VALUES.get(query.name, {})).write("csv")
            (QUERIES / f"{query.name}.csv").write_text(answer, encoding="utf-8")


if __name__ == "__main__":
    main()
