from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.denials import Denied, denied_side, is_none, is_unmet
from graphkit.records import Polarity

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

pytestmark = pytest.mark.model

SUPPORTS, OPPOSES, NEUTRAL = Polarity.SUPPORTS, Polarity.OPPOSES, Polarity.NEUTRAL
VIEWS = {"back": SUPPORTS, "against": OPPOSES, "criticism": OPPOSES, "oppose": OPPOSES}
DEEDS = {"sign": SUPPORTS, "veto": OPPOSES}


def cue_of(doc: Doc) -> Token:
    return next(t for t in doc if t.lemma_ in VIEWS | DEEDS)


LEFT = [
    pytest.param("She does not back the fee.", Denied(OPPOSES, "denied"), id="view"),
    pytest.param("She no longer backs the fee.", Denied(OPPOSES, "turned"), id="given-up"),
    pytest.param("She stopped backing the fee.", Denied(OPPOSES, "turned"), id="stopped"),
    pytest.param("She has not backed the fee.", Denied(NEUTRAL, "unmet"), id="so-far"),
    pytest.param("She has never backed the fee.", Denied(OPPOSES, "denied"), id="never"),
    pytest.param("She does not oppose the fee.", Denied(NEUTRAL, "not against"), id="opposition"),
    pytest.param("She stopped opposing the fee.", Denied(SUPPORTS, "relented"), id="relented"),
    pytest.param("She is not against the fee.", Denied(SUPPORTS, "denied"), id="not-against"),
    pytest.param("She rejected criticism of the fee.", Denied(SUPPORTS, "denied"), id="fought"),
    pytest.param("She did not sign the fee.", Denied(OPPOSES, "undone"), id="deed"),
    pytest.param("She refused to sign the fee.", Denied(OPPOSES, "denied"), id="refused-deed"),
    pytest.param("She did not veto the fee.", Denied(NEUTRAL, "not against"), id="no-veto"),
    pytest.param("She refused to veto the fee.", Denied(SUPPORTS, "denied"), id="refused-veto"),
]


@pytest.mark.parametrize(("text", "left"), LEFT)
def test_what_a_denial_leaves(nlp: Language, text: str, left: Denied) -> None:
    cue = cue_of(nlp(text))
    side = (VIEWS | DEEDS)[cue.lemma_]
    assert denied_side(cue, side, is_deed=cue.lemma_ in DEEDS) == left


def test_who_is_not_neutral_is_on_an_untold_side(nlp: Language) -> None:
    assert denied_side(nlp("She is not neutral.")[3], NEUTRAL, is_deed=False) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("She has yet to back the fee.", True, id="yet-to"),
        pytest.param("She has not backed the fee.", True, id="has-not"),
        pytest.param("She has backed the fee.", False, id="has"),
        pytest.param("She has to back the fee.", False, id="has-to"),
        pytest.param("She did not back the fee.", False, id="did-not"),
    ],
)
def test_what_has_not_happened_so_far(nlp: Language, text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert is_unmet(cue_of(nlp(text))) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("No mayors back the fee.", True, id="no"),
        pytest.param("Neither mayors nor sheriffs back the fee.", True, id="neither"),
        pytest.param("All mayors back the fee.", False, id="all"),
        pytest.param("Mayors back the fee.", False, id="bare"),
    ],
)
def test_who_is_nobody(nlp: Language, text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    mayors = next(t for t in nlp(text) if t.lower_ == "mayors")
    assert is_none(mayors) is expected
