"""Who stands behind a policy because it is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import TargetKind, actors_of, policies_of, stances_of
from graphkit.nlp.authorship import imposed, making_verbs
from graphkit.nlp.policy_nouns import policy_nouns

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param(
        "Mayor Tom Fox spoke on Monday. The mayor's plan to close the mine is unpopular.",
        {("Tom Fox", "plan to close the mine")},
        id="possessive-description",
    ),
    pytest.param(
        "President Cal Dunn left in May. The Dunn administration's canal fee remains.",
        {("Dunn administration", "canal fee")},
        id="an-administration-imposes-a-fee",
    ),
    pytest.param(
        "President Cal Dunn spoke in May. Dunn's tariffs on salt remain.",
        {("Cal Dunn", "tariffs on salt")},
        id="a-person-imposes-a-tariff",
    ),
    pytest.param(
        "The Harbor Program established under the Dunn administration ended in May.",
        {("Dunn administration", "Harbor Program")},
        id="established-under-an-administration",
    ),
    pytest.param(
        "A ferry plan floated by Ohio Democrats advanced Monday.",
        {("Ohio Democrats", "ferry plan floated by Ohio Democrats")},
        id="participle",
    ),
    pytest.param(
        "Farmers fear the cuts to the harbor program made in May by the Department of Commerce.",
        {("Department of Commerce", "cuts to the harbor program made")},
        id="made-tells-of-the-deed",
    ),
    pytest.param(
        "Mayor Tom Fox's nomination of Cal Dunn surprised the council.",
        {("Tom Fox", "nomination of Cal Dunn")},
        id="who-nominates-is-told",
    ),
    pytest.param(
        "President Cal Dunn left in May. The Dunn-era canal fee remains.",
        {("Cal Dunn", "Dunn-era canal fee")},
        id="era",
    ),
    pytest.param(
        "President Cal Dunn left in May. The Dunn-backed harbor bill passed.",
        {("Cal Dunn", "Dunn-backed harbor bill")},
        id="backed",
    ),
    pytest.param(
        "President Cal Dunn left in May. The Dunn tariffs on salt remain.",
        {("Cal Dunn", "Dunn tariffs on salt")},
        id="goes-by-a-name",
    ),
    pytest.param(
        "Officer Cal Dunn died in May. The Dunn bill passed on Monday.",
        set(),
        id="a-bill-may-be-named-after-somebody",
    ),
    pytest.param(
        "Judge Cal Dunn waited in May. Dunn's confirmation took a year.",
        set(),
        id="who-is-confirmed-only-undergoes-it",
    ),
    pytest.param("Ohio's law on the canal starts in May.", set(), id="a-place-has-its-laws"),
    pytest.param("Rep. Tom Fox's taxes were paid in May.", set(), id="a-person-pays-taxes"),
    pytest.param("The Pine Board's budget shrank in May.", set(), id="an-office-gets-its-budget"),
    pytest.param(
        "Gov. Ann Bee spoke in May. Our laws are old, and her plan is new.",
        set(),
        id="a-pronoun-is-too-little",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_authors_support_what_is_theirs(
    nlp: Language, text: str, expected: set[tuple[str, str]]
) -> None:
    doc = nlp(text)
    found = {
        (actors_of(doc)[s.holder].name, policies_of(doc)[s.target.place].name)
        for s in stances_of(doc)
        if s.trace.rule == "author" and s.target.kind is TargetKind.POLICY
    }

    assert found == expected


def test_imposed_money_is_money() -> None:
    assert {policy_nouns().get(noun) for noun in imposed()} == {"money"}


def test_making_verbs_are_lemmas() -> None:
    assert all(verb == verb.lower().strip() for verb in making_verbs())
