from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actions_of, stances_of
from graphkit.records import EvidenceKind
from tests.nlp.stands import row_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from tests.nlp.stands import Plain

pytestmark = pytest.mark.model


def signed(doc: Doc) -> set[Plain]:
    """Return what the last member of the first action takes by its signature."""
    action = actions_of(doc)[0]
    member = (*action.leaders, *action.signers)[-1]
    rows = set()
    for stance in stances_of(doc):
        kinds = {kind for _, kind in stance.evidence}
        if stance.holder != member or EvidenceKind.COLLECTIVE not in kinds:
            continue
        rows.add(row_of(doc, stance))
    return rows


CASES = [
    pytest.param(
        "Sen. Ann Bee led a letter urging the board to repeal the curfew order. The letter was "
        "signed by Sen. Cy Dee.",
        {("Cy Dee", "opposes", "curfew order")},
        id="told-at-the-action",
    ),
    pytest.param(
        "Ann Bee Urges Board To Support Small Towns\n\n"
        "ALBANY – Sen. Ann Bee led a letter urging the board to repeal the curfew order. The "
        "letter was signed by Sen. Cy Dee.",
        {("Cy Dee", "opposes", "curfew order")},
        id="said-by-one-in-the-headline-only",
    ),
    pytest.param(
        "Attorney General Ann Bee urges court to uphold lamp rule\n\n"
        "Attorney General Ann Bee joined a coalition of 12 attorneys general in urging the court "
        "to uphold the lamp rule. In a brief, the coalition urges the court to overturn a ruling. "
        "Joining Attorney General Bee in the amicus brief is Attorney General Cy Dee.",
        {("Cy Dee", "supports", "lamp rule")},
        id="what-the-group-says-again-and-again",
    ),
    pytest.param(
        "Attorney General Ann Bee filed a lawsuit over the lamp rule. The lawsuit was joined by "
        "Attorney General Cy Dee.\n\nBee supports the canal plan.",
        {("Cy Dee", "opposes", "lamp rule")},
        id="what-one-says-elsewhere-is-nobody-else-s",
    ),
    pytest.param(
        "Attorney General Ann Bee and Attorney General Cy Dee filed a lawsuit against Acme. "
        "Bee and Dee defended the lawsuit.",
        set(),
        id="not-the-suit-itself",
    ),
    pytest.param(
        "Sen. Ann Bee introduced the Clean Wells Act. Sen. Ann Bee opposes the curfew order. The "
        "bill was co-sponsored by Sen. Cy Dee.",
        {("Cy Dee", "supports", "Clean Wells Act")},
        id="a-bill-is-about-itself",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_signatures_carry_what_the_action_stands_for(
    nlp: Language, text: str, expected: set[Plain]
) -> None:
    assert signed(nlp(text)) == expected
