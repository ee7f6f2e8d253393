"""The shipped lists for actions, and what a wrong row is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import LexiconError
from graphkit.nlp.action_lexicon import (
    Role,
    companion,
    companions,
    deeds,
    joint_text,
    lemmas,
    noun_cue,
    noun_cues,
    role_cue,
    role_cue_from_row,
    role_cues,
    verb_cue,
    verb_cues,
)
from graphkit.nlp.lexicons import parse_table
from graphkit.records import ActionKind

if TYPE_CHECKING:
    from spacy.language import Language


def test_nouns_are_read() -> None:
    assert noun_cues()["letter"][0].kind is ActionKind.LETTER
    assert noun_cues()["coalition"][0].kind is None
    assert noun_cues()["brief"][0].anaphoric


def test_of_two_kinds_of_a_noun_the_words_before_it_choose(nlp: Language) -> None:
    doc = nlp("The governor took executive action before the city took legal action.")
    cues = [noun_cue(t) for t in doc if t.text == "action"]
    kinds = [cue.kind for cue in cues if cue is not None]
    assert kinds == [ActionKind.OTHER, ActionKind.LAWSUIT]


def test_only_words_that_stand_alone_mean_a_joint_text(nlp: Language) -> None:
    doc = nlp("The letter, the brief, the bill and a legal challenge say that coal is dirty.")
    kinds = [(t.text, joint_text(t)) for t in doc if joint_text(t) is not None]
    assert kinds == [("letter", ActionKind.LETTER), ("brief", ActionKind.AMICUS_BRIEF)]


def test_a_phrase_for_companions_begins_at_its_first_word(nlp: Language) -> None:
    doc = nlp("Bee, as well as Orr, and along the road Dal came.")
    found = [(t.text, companion(t)) for t in doc if companion(t) is not None]
    assert found == [("as", companions()["as"][0])]
    assert companions()["as"][0].holds
    assert not companions()["on"][0].holds


def test_verbs_are_read() -> None:
    assert verb_cues()["sign"].role is Role.SIGNER
    assert verb_cues()["introduce"].fits(ActionKind.BILL)
    assert not verb_cues()["introduce"].fits(ActionKind.LETTER)


def test_what_is_done_alone_must_be_named() -> None:
    assert not verb_cues()["lead"].fits(ActionKind.OTHER)
    assert verb_cues()["issue"].fits(ActionKind.OTHER)
    assert verb_cues()["join"].fits(ActionKind.OTHER, "settlement")


def test_roles_deeds_and_companions_are_read() -> None:
    assert role_cues()["plaintiff"].kinds == {ActionKind.LAWSUIT}
    assert deeds()["sue"].kind is ActionKind.LAWSUIT
    assert companions()["along"][0].words == ("along", "with")


def read_all(text: str, columns: tuple[str, ...]) -> None:
    """Read all rows of a table of verbs."""
    for row in parse_table(text, source="verbs.tsv", columns=columns):
        role_cue_from_row(row)


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        pytest.param("sign\tletters\tsigner\tsigned", "'letters' is not a kind", id="kind"),
        pytest.param("sign\tany\tboss\tsigned", "'boss' is not a role", id="role"),
        pytest.param("sign\tany\tsigner", "is not a row", id="cells"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(cells: str, says: str) -> None:
    columns = ("lemma", "kinds", "role", "example")
    text = "\t".join(columns) + f"\n{cells}\n"
    with pytest.raises(LexiconError, match=rf"verbs.tsv:2: .*{says}"):
        read_all(text, columns)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        pytest.param("co-signed", "co-sign", id="ed"),
        pytest.param("co-sponsoring", "co-sponsor", id="ing"),
        pytest.param("co-led", "co-lead", id="irregular"),
        pytest.param("co-authored", "co-author", id="silent"),
    ],
)
def test_words_with_a_prefix_have_their_lemma(nlp: Language, word: str, lemma: str) -> None:
    (token,) = (t for t in nlp(f"Bee {word} it.") if t.text == word)
    assert lemma in lemmas(token)


def test_cues_ask_for_the_part_of_speech(nlp: Language) -> None:
    doc = nlp("Paul Orr signs the letter of the lead Democrat and of a Democrat.")
    nouns = [t.text for t in doc if noun_cue(t) is not None]
    verbs = [t.text for t in doc if verb_cue(t) is not None]
    roles = [t.i for t in doc if role_cue(t) is not None]
    assert nouns == ["letter"]
    assert "signs" in verbs
    assert "Orr" not in verbs
    assert [doc[i].text for i in roles] == ["Democrat"]
