"""A small invented world on which the named queries are asked. Nobody in it exists."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from graphkit.records import EvidenceKind, Polarity, Run, TenureStatus
from tests.rdf.builders import Extracting, harbor, make_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphkit.rdf import Store
    from graphkit.records import Document, Extraction

GOVERNOR_TERM = (date(2031, 1, 10), None)
FERRY_TEXT = (
    "Governor Ana Bellwick said the Ferry Plan “will give the islands back their boats.” "
    "Her office said Oda Finchley had doubts about the Ferry Plan. "
    "“It is the best plan in years,” said Wil Harpendine of the boat union."
)
LETTER_TEXT = (
    "Tam Reedham told reporters: “I was wrong, and I will vote for the Harbor Act.” "
    "Five attorneys general sent a letter on the Ferry Plan to Ana Bellwick. "
    "Among the signers are Oda Finchley of Oregon and Pell Marrowby, Attorney General of Nevada. "
    "“The Ferry Plan breaks the law,” they wrote."
)
REPEAL_TEXT = (
    "“I call for the repeal of the Harbor Act,” said Oda Finchley. "
    "Pell Marrowby also backs the repeal of the Harbor Act, his office said."
)
ANSWER_TEXT = (
    "“We will build the Ferry Plan,” Governor Ana Bellwick said. "
    "The city of Saltmere sued over the Ferry Plan."
)


def ferry(source: str, publisher: str, day: date) -> tuple[Document, Extraction]:
    """A press release, printed by two papers."""
    document = make_document(FERRY_TEXT, source=source, publisher=publisher, day=day)
    note = Extracting(document)
    bellwick = note.person(
        "Ana Bellwick", "Governor", "Oregon", party="Harbor Greens", term=GOVERNOR_TERM
    )
    finchley = note.person("Oda Finchley", party="Harbor Greens")
    plan = note.policy("Ferry Plan")
    words = "will give the islands back their boats."
    note.statement(bellwick, words)
    note.stance(bellwick, Polarity.SUPPORTS, plan, words, kind=EvidenceKind.MIXED)
    doubts = "Oda Finchley had doubts about the Ferry Plan"
    note.stance(finchley, Polarity.OPPOSES, plan, doubts, kind=EvidenceKind.INDIRECT)
    harpendine = note.person("Wil Harpendine")
    note.stance(harpendine, Polarity.SUPPORTS, plan, "It is the best plan in years,")
    return document, note.done()


def letter() -> tuple[Document, Extraction]:
    """A senator turns; attorneys general write, one of them out of office."""
    document = make_document(LETTER_TEXT, source="https://ledger.example/9", day=date(2031, 6, 16))
    note = Extracting(document)
    reedham = note.person("Tam Reedham", party="Old Party")
    bellwick = note.person("Ana Bellwick")
    finchley = note.person(
        "Oda Finchley",
        "Attorney General",
        "Oregon",
        party="Harbor Greens",
        term=(date(2029, 1, 1), date(2033, 1, 1)),
    )
    marrowby = note.person(
        "Pell Marrowby",
        "Attorney General",
        "Nevada",
        status=TenureStatus.CURRENT,
        term=(date(2027, 1, 4), date(2031, 1, 5)),
    )
    act, plan = note.policy("Harbor Act"), note.policy("Ferry Plan")
    note.stance(reedham, Polarity.SUPPORTS, act, "I will vote for the Harbor Act.")
    note.letter(
        "a letter on the Ferry Plan",
        leaders=(finchley,),
        signers=(marrowby,),
        addressees=(bellwick,),
        about=plan,
        polarity=Polarity.OPPOSES,
        count=5,
        modifier="at least",
        day=date(2031, 6, 15),
    )
    joint = "The Ferry Plan breaks the law,"
    for signer in (finchley, marrowby):
        note.stance(
            signer,
            Polarity.OPPOSES,
            plan,
            joint,
            kind=EvidenceKind.COLLECTIVE,
            day=date(2031, 6, 15),
        )
    return document, note.done()


def repeal() -> tuple[Document, Extraction]:
    """Two call for the end of an act."""
    document = make_document(
        REPEAL_TEXT, source="https://bay.example/3", publisher="Bay Post", day=date(2031, 7, 1)
    )
    note = Extracting(document)
    finchley, marrowby = note.person("Oda Finchley"), note.person("Pell Marrowby")
    act = note.policy("Harbor Act")
    end = note.policy("the repeal of the Harbor Act", negates=act)
    note.stance(finchley, Polarity.SUPPORTS, end, "I call for the repeal of the Harbor Act,")
    backs = "Pell Marrowby also backs the repeal of the Harbor Act"
    note.stance(marrowby, Polarity.SUPPORTS, end, backs, kind=EvidenceKind.NARRATED)
    return document, note.done()


def answer(text: str = ANSWER_TEXT) -> tuple[Document, Extraction]:
    """The addressee of a letter answers."""
    document = make_document(
        text, source="https://bay.example/4", publisher=None, day=date(2031, 6, 20)
    )
    note = Extracting(document)
    bellwick = note.person("Ana Bellwick", "Governor", "Oregon", term=GOVERNOR_TERM)
    city = note.organization("Saltmere")
    plan = note.policy("Ferry Plan")
    note.stance(bellwick, Polarity.SUPPORTS, plan, "We will build the Ferry Plan,")
    note.stance(
        city,
        Polarity.OPPOSES,
        plan,
        "The city of Saltmere sued over the Ferry Plan",
        kind=EvidenceKind.NARRATED,
        confidence=0.55,
    )
    return document, note.done()


def first_run() -> Iterator[tuple[Document, Extraction]]:
    """Everything, with an answer whose text is corrected later."""
    yield harbor()
    yield ferry("https://bay.example/1", "Bay Post", date(2031, 4, 2))
    yield ferry("https://coast.example/1", "Coast Wire", date(2031, 4, 3))
    yield letter()
    yield repeal()
    yield answer(ANSWER_TEXT + " More soon.")


def fill(store: Store) -> None:
    """Build the world in two runs of different days; the second withdraws two stances."""
    store.add_all(first_run(), run=Run(version="1.0", started=datetime(2031, 8, 1, 9, tzinfo=UTC)))
    again = Run(
        version="1.0",
        settings=(("model", "small"),),
        started=datetime(2031, 8, 2, 9, tzinfo=UTC),
    )
    store.add_all([answer()], run=again)
