"""Turns and conflicts in a store on disk: they follow from the documents, whatever their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad
from pyoxigraph import Store as Database

from graphkit.ids import ActorId
from graphkit.rdf import Store, open_store, validate_file
from graphkit.records import Polarity, ReviewStatus, TurnKind
from tests.rdf.builders import Extracting, make_document
from tests.rdf.turning import Said, text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graphkit.records import Document, Extraction

FOR, AGAINST = Polarity.SUPPORTS, Polarity.OPPOSES
GK = "https://w3id.org/graphkit/ontology#"
PAIRS = """SELECT ?earlier ?edge ?later WHERE {
  VALUES ?edge { gk:supersededBy gk:conflictsWith }
  ?first ?edge ?second .
  ?first gk:evidence/oa:hasTarget/oa:hasSelector/oa:exact ?earlier .
  ?second gk:evidence/oa:hasTarget/oa:hasSelector/oa:exact ?later .
}"""


def edges(store: Store) -> list[str]:
    """Say which turns the graph tells: "A > B" is superseded by, "A x B" conflicts with."""
    signs = {f"{GK}supersededBy": ">", f"{GK}conflictsWith": "x"}
    rows = store.query(PAIRS).values()
    short = {"supports": "for", "opposes": "against"}
    return sorted(
        " ".join([short[str(a).split()[2]], signs[str(edge)], short[str(b).split()[2]]])
        for a, edge, b in rows
    )


def fill(store: Store, texts: Iterable[tuple[Document, Extraction]]) -> None:
    for document, extraction in texts:
        store.add(document, extraction)


REPEAL = {"policy": "repeal of the act", "ends": "Harbor Act"}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            [
                text("2031-03-04", Said(polarity=FOR)),
                text("2031-05-06", Said(polarity=AGAINST), source="b"),
            ],
            ["for > against"],
            id="two-documents",
        ),
        pytest.param(
            [
                text("2031-03-04", Said(polarity=FOR)),
                text("2031-05-06", Said(polarity=AGAINST), source="b"),
                text("2031-07-08", Said(polarity=FOR), source="c"),
            ],
            ["against > for", "for > against"],
            id="chain-of-three",
        ),
        pytest.param(
            [text("2031-03-04", Said(polarity=FOR), Said(polarity=AGAINST))],
            ["against x for", "for x against"],
            id="within-one-document",
        ),
        pytest.param(
            [
                text(None, Said(polarity=FOR)),
                text("2031-05-06", Said(polarity=AGAINST), source="b"),
            ],
            ["against x for", "for x against"],
            id="no-day",
        ),
        pytest.param(
            [
                text("2031-03-04", Said(polarity=FOR)),
                text("2031-05-06", Said(polarity=FOR, **REPEAL), source="b"),  # type: ignore[arg-type]
            ],
            ["for > for"],
            id="support-of-the-repeal",
        ),
        pytest.param(
            [
                text("2031-03-04", Said(polarity=FOR)),
                text("2031-05-06", Said(polarity=FOR, policy="repeal of the act"), source="b"),
                text("2031-06-06", Said(polarity=FOR, by="Tam Reedham", **REPEAL), source="c"),  # type: ignore[arg-type]
            ],
            ["for > for"],
            id="another-document-tells-what-ends-it",
        ),
        pytest.param(
            [
                text("2031-03-04", Said(polarity=FOR)),
                text("2031-05-06", Said(polarity=AGAINST, **REPEAL), source="b"),  # type: ignore[arg-type]
            ],
            [],
            id="opposition-to-the-repeal",
        ),
        pytest.param(
            [
                text("2031-03-04", Said(polarity=FOR)),
                text("2031-05-06", Said(polarity=AGAINST, by="Tam Reedham"), source="b"),
            ],
            [],
            id="another-holder",
        ),
        pytest.param(
            [
                text("2031-03-04", Said(polarity=FOR)),
                text("2031-05-06", Said(polarity=AGAINST, sure=0.39), source="b"),
            ],
            [],
            id="uncertain",
        ),
        pytest.param(
            [
                text("2031-03-04", Said(polarity=FOR)),
                text(
                    "2031-05-06",
                    Said(polarity=AGAINST, status=ReviewStatus.REJECTED),
                    source="b",
                ),
            ],
            [],
            id="rejected",
        ),
        pytest.param(
            [
                text("2031-03-04", Said(polarity=FOR)),
                text("2031-05-06", Said(polarity=Polarity.NEUTRAL), source="b"),
                text("2031-07-08", Said(polarity=FOR), source="c"),
            ],
            [],
            id="neutral-in-between",
        ),
    ],
)
def test_turns_of_a_store_in_every_order(
    tmp_path: Path, texts: list[tuple[Document, Extraction]], expected: list[str]
) -> None:
    exports = set()
    for place, order in enumerate(permutations(texts)):
        with open_store(tmp_path / str(place), create=True) as store:
            fill(store, order)
        with open_store(tmp_path / str(place)) as store:  # read back from disk
            assert edges(store) == expected
            assert store.validate() == ()
            store.export(tmp_path / "all.nq")
            exports.add((tmp_path / "all.nq").read_bytes())
    assert len(exports) == 1
    assert validate_file(tmp_path / "all.nq") == ()


def test_content_graphs_say_nothing_of_turns(tmp_path: Path) -> None:
    first, second = (
        text("2031-03-04", Said(polarity=FOR)),
        text("2031-05-06", Said(polarity=AGAINST), source="b"),
    )
    graphs: list[list[str]] = []
    for texts in ([first], [first, second], [second, first]):
        with open_store(tmp_path / f"s{len(graphs)}", create=True) as store:
            fill(store, texts)
            store.export(tmp_path / "all.nq")
        lines = (tmp_path / "all.nq").read_text(encoding="utf-8").splitlines()
        graphs.append([line for line in lines if line.endswith(f"{first[0].id}> .")])
    assert graphs[0] == graphs[1] == graphs[2]
    assert "supersededBy" not in "".join(graphs[0])


@pytest.fixture
def turned(tmp_path: Path) -> Iterable[Store]:
    """A mayor is for an act in March and against it in May."""
    with open_store(tmp_path / "turned", create=True) as store:
        fill(
            store,
            [
                text("2031-03-04", Said(polarity=FOR)),
                text("2031-05-06", Said(polarity=AGAINST), source="b"),
            ],
        )
        yield store


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        pytest.param(text("2031-03-04", Said(polarity=FOR)), ["for > against"], id="same-again"),
        pytest.param(
            text("2031-05-06", Said(polarity=FOR), source="b", edition=" now"),
            [],
            id="corrected-text",
        ),
        pytest.param(text("2031-05-06", source="b"), [], id="corrected-text-says-nothing"),
        pytest.param(
            text("2031-05-06", Said(polarity=AGAINST, sure=0.1), source="b"),
            [],
            id="read-anew-with-less-confidence",
        ),
        pytest.param(
            text("2031-04-01", Said(polarity=AGAINST), source="c"),
            ["for > against"],
            id="turned-earlier",
        ),
        pytest.param(
            text("2031-04-01", Said(polarity=FOR), source="c"),
            ["for > against", "for > against"],
            id="was-for-it-twice",
        ),
    ],
)
def test_what_comes_later_puts_turns_right(
    turned: Store, then: tuple[Document, Extraction], expected: list[str]
) -> None:
    fill(turned, [then])
    assert edges(turned) == expected
    assert turned.validate() == ()


def test_stance_that_turns_out_to_be_of_someone_else(turned: Store) -> None:
    document, extraction = text("2031-05-06", Said(polarity=AGAINST), source="b")
    other = replace(extraction.people[0], id=ActorId("person/ida-mossgrove.bay-mayor"))
    stances = tuple(replace(s, holder=other.id) for s in extraction.stances)
    turned.add(document, replace(extraction, people=(other,), stances=stances))
    assert edges(turned) == []
    assert turned.validate() == ()


def test_copy_of_a_text_turns_nothing(tmp_path: Path) -> None:
    """A paper prints what another one printed a month before."""
    document, extraction = text("2031-03-04", Said(polarity=FOR), Said(polarity=AGAINST))
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction)
        copied = make_document(document.text, source="https://b.example/1", day=date(2031, 4, 4))
        note = Extracting(copied)
        holder, policy = note.person("Ida Mossgrove"), note.policy("Harbor Act")
        for said in (Said(polarity=FOR), Said(polarity=AGAINST)):
            note.stance(holder, said.polarity, policy, said.words)
        store.add(copied, note.done())
        assert set(edges(store)) == {"for x against", "against x for"}
        assert store.validate() == ()


@pytest.mark.parametrize(
    ("forged", "message"),
    [
        pytest.param(
            lambda a, b: [(b, "supersededBy", a)],
            "supersededBy {a}: an edge that does not follow from the stances",
            id="backwards",
        ),
        pytest.param(
            lambda a, b: [(a, "conflictsWith", b)],
            "conflictsWith {b}: an edge that does not follow from the stances",
            id="no-conflict",
        ),
    ],
)
def test_forged_edge_is_found(turned: Store, tmp_path: Path, forged: object, message: str) -> None:
    turned.export(tmp_path / "all.nq")
    (first, second) = sorted(
        turned.query("SELECT ?s ?d { ?s gk:statedOn ?d }").values(), key=lambda row: str(row[1])
    )
    a, b = str(first[0]), str(second[0])
    ((subject, edge, value),) = forged(a, b)  # type: ignore[operator]  # one of the two above
    line = f"<{subject}> <{GK}{edge}> <{value}> <{turned.base}derived> .\n"
    path = tmp_path / "forged.nq"
    path.write_text((tmp_path / "all.nq").read_text(encoding="utf-8") + line, encoding="utf-8")
    problems = [p for p in validate_file(path) if p.rule == "turn-follows-from-stances"]
    assert [p.message for p in problems] == ["gk:" + message.format(a=a, b=b)]


def test_missing_edge_is_found(turned: Store, tmp_path: Path) -> None:
    edge = f"{GK}supersededBy"
    turned.close()
    database = Database(str(next(p for p in tmp_path.rglob("CURRENT")).parent))
    gone: list[Quad] = list(database.quads_for_pattern(None, NamedNode(edge), None, None))
    for quad in gone:
        database.remove(quad)
    del database
    with open_store(turned.path) as store:
        (problem,) = store.validate()
    assert len(gone) == 2  # in the derived graph, and in the union
    assert problem.rule == "turn-follows-from-stances"
    assert problem.message.endswith("the edge is missing; read the documents again")


def test_part_of_a_store_is_valid(turned: Store, tmp_path: Path) -> None:
    turned.export(tmp_path / "all.nq")
    lines = (tmp_path / "all.nq").read_text(encoding="utf-8").splitlines()
    later = next(d.id for d in turned.documents() if d.date == date(2031, 5, 6))
    part = [line for line in lines if not line.endswith(f"{later}> .")]
    (tmp_path / "part.nq").write_text("\n".join(part), encoding="utf-8")
    assert len(part) < len(lines)
    assert validate_file(tmp_path / "part.nq") == ()


def test_card_of_holder_and_policy_show_both_stances(turned: Store) -> None:
    for card in (turned.card("person/ida-mossgrove"), turned.card("policy/harbor-act")):
        (turn,) = card.turns
        assert turn.kind is TurnKind.SUPERSEDED
        assert [s.stance.polarity for s in (turn.earlier, turn.later)] == [FOR, AGAINST]
        assert [s.stance.stated_on for s in (turn.earlier, turn.later)] == [
            date(2031, 3, 4),
            date(2031, 5, 6),
        ]
        assert [s.quotes[0].exact for s in (turn.earlier, turn.later)] == [
            Said(polarity=FOR).words,
            Said(polarity=AGAINST).words,
        ]
    assert turned.card("policy/harbor-act", min_confidence=0.9).turns == ()


def test_card_of_what_ends_a_policy_shows_turns_too(turned: Store) -> None:
    fill(turned, [text("2031-06-07", Said(polarity=AGAINST, **REPEAL), source="c")])  # type: ignore[arg-type]
    card = turned.card("policy/repeal-of-the-act")
    assert [(t.kind, t.later.target.label) for t in card.turns] == [
        (TurnKind.SUPERSEDED, "Harbor Act"),
        (TurnKind.SUPERSEDED, "repeal of the act"),
    ]


def test_uncertain_stances_turn_on_a_card_when_asked_for(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        fill(
            store,
            [
                text("2031-03-04", Said(polarity=FOR, sure=0.2)),
                text("2031-05-06", Said(polarity=AGAINST), source="b"),
            ],
        )
        assert store.card("person/ida-mossgrove").turns == ()
        assert len(store.card("person/ida-mossgrove", min_confidence=0).turns) == 1


SAID = st.builds(
    Said,
    polarity=st.sampled_from(Polarity),
    by=st.sampled_from(("Ida Mossgrove", "Tam Reedham")),
    policy=st.sampled_from(("Harbor Act", "Ferry Plan")),
    sure=st.sampled_from((0.3, 0.6, 0.9)),
)
REPEALS = st.builds(
    Said,
    polarity=st.sampled_from(Polarity),
    by=st.sampled_from(("Ida Mossgrove", "Tam Reedham")),
    policy=st.just("repeal of the act"),
    ends=st.one_of(st.none(), st.just("Harbor Act")),
)
TEXTS = st.lists(
    st.tuples(
        st.sampled_from((None, "2031-03-04", "2031-03-05", "2031-04-01")),
        st.lists(st.one_of(SAID, REPEALS), max_size=3, unique_by=lambda s: s.words),
        st.sampled_from("abc"),
    ),
    min_size=2,
    max_size=5,
)


@settings(max_examples=20)
@given(TEXTS)
def test_edges_are_those_that_follow_from_the_documents(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str | None, list[Said], str]]
) -> None:
    """Texts come, are revised and are read anew; `validate` derives all edges from nothing."""
    with open_store(tmp_path_factory.mktemp("law") / "s", create=True) as store:
        for day, said, source in rows:
            fill(store, [text(day, *said, source=source)])
            assert store.validate() == ()
