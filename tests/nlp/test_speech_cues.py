"""Which verbs announce speech, and what the lists say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import LexiconError
from graphkit.nlp.lexicons import parse_table, read_table
from graphkit.nlp.speech_cues import (
    AUTHORING_COLUMNS,
    CUE_COLUMNS,
    DOCUMENT_COLUMNS,
    CueEntry,
    CueKind,
    Role,
    SpeechClass,
    Voice,
    authoring_from_rows,
    documents_from_rows,
    find_cues,
    load_speech_lexicon,
    verbs_from_rows,
)
from tests.nlp.speaking import lexicon

if TYPE_CHECKING:
    from spacy.language import Language

CASES = [
    pytest.param("Ann Bee said it is late.", [("said", CueKind.SAY)], id="say"),
    pytest.param("Ann Bee called on them to go.", [("called on", CueKind.URGE)], id="particle"),
    pytest.param("Ann Bee called the plan dead.", [("called", CueKind.JUDGE)], id="no-particle"),
    pytest.param("Ann Bee called Monday for a halt.", [("called", CueKind.URGE)], id="day-between"),
    pytest.param("Ann Bee told them to go home.", [("told", CueKind.URGE)], id="infinitive"),
    pytest.param("Ann Bee told them it is late.", [("told", CueKind.SAY)], id="clause"),
    pytest.param(
        "Ann Bee and Cy Dee stress that it is late.", [("stress", CueKind.VOW)], id="noun"
    ),
    pytest.param("Ann Bee walked home.", [], id="no-speech"),
    pytest.param("The statement of Ann Bee was short.", [], id="a-noun"),
    pytest.param("The claims of Ann Bee are old.", [], id="a-noun-like-a-verb"),
    pytest.param("The calls for help came late.", [], id="calls-that-are-heard"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), CASES)
def test_announcing_verbs(nlp: Language, text: str, expected: list[tuple[str, CueKind]]) -> None:
    doc = nlp(text)
    found = find_cues(doc, lexicon())
    assert [(doc[c.tokens.start : c.tokens.end].text, c.kind) for c in found] == expected


def test_shipped_lists_load() -> None:
    shipped = load_speech_lexicon()
    assert shipped.verbs["call"] == {
        "-": CueEntry(CueKind.JUDGE, SpeechClass.DESCRIBE, plain=False),
        "for": CueEntry(CueKind.URGE, SpeechClass.URGE, plain=True),
        "on": CueEntry(CueKind.URGE, SpeechClass.CALL_ON, plain=True),
        "upon": CueEntry(CueKind.URGE, SpeechClass.CALL_ON, plain=True),
    }
    assert (shipped.documents["letter"], shipped.documents["tweet"]) == (Voice.JOINT, Voice.OWN)
    assert (shipped.authoring["write"], shipped.authoring["sign"]) == (Role.LEADS, Role.SIGNS)


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        pytest.param("speech_cues.tsv", CUE_COLUMNS, id="cues"),
        pytest.param("speech_documents.tsv", DOCUMENT_COLUMNS, id="documents"),
        pytest.param("authoring_verbs.tsv", AUTHORING_COLUMNS, id="authoring"),
    ],
)
def test_rows_are_sorted_once_and_have_an_example(name: str, columns: tuple[str, ...]) -> None:
    rows = [tuple(row.cells.values()) for row in read_table(name, columns)]
    keys = [row[: 2 if len(columns) > 3 else 1] for row in rows]
    assert keys == sorted(set(keys))
    assert all(row[-1].strip() for row in rows)


BAD_VERBS = [
    pytest.param("sing\t-\tmusic\tsay\tyes\tsang", "'music' is not a kind", id="kind"),
    pytest.param("sing\t-\tsay\tmusic\tyes\tsang", "'music' is not a class", id="class"),
    pytest.param("sing\t-\tsay\tsay\tmaybe\tsang", "'maybe' is not a plain", id="plain"),
]


@pytest.mark.parametrize(("row", "message"), BAD_VERBS)
def test_a_wrong_cell_of_a_verb_is_refused_with_its_line(row: str, message: str) -> None:
    text = "\t".join(CUE_COLUMNS) + f"\n{row}\n"
    table = parse_table(text, source="x.tsv", columns=CUE_COLUMNS)
    with pytest.raises(LexiconError, match=rf"x\.tsv:2: {message}"):
        verbs_from_rows(table)


def test_an_unknown_voice_is_refused_with_its_line() -> None:
    table = parse_table(
        "noun\tvoice\texample\nsong\tloud\tthe song\n", source="y.tsv", columns=DOCUMENT_COLUMNS
    )
    with pytest.raises(LexiconError, match=r"y\.tsv:2: 'loud' is not a voice"):
        documents_from_rows(table)


def test_an_unknown_role_is_refused_with_its_line() -> None:
    table = parse_table(
        "lemma\trole\texample\nread\thears\tread it\n", source="z.tsv", columns=AUTHORING_COLUMNS
    )
    with pytest.raises(LexiconError, match=r"z\.tsv:2: 'hears' is not a role"):
        authoring_from_rows(table)
