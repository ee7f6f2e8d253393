"""What people judged to be one policy has one id."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphkit.errors import InputError
from graphkit.identity import apply_judgements, canonical_policies, resolve_extraction
from graphkit.ids import ActionId, PolicyId, TargetId
from graphkit.records import Action, ActionKind, Extraction, Polarity, PolicyJudgement
from tests.identity.examples import DOCUMENT, organization, person, policy, span, stance

ANN = person("Ann Bee", at=10)


def same(policy: str, other: str) -> PolicyJudgement:
    return PolicyJudgement(policy=TargetId(policy), other=TargetId(other), is_same=True)


def different(policy: str, other: str) -> PolicyJudgement:
    return replace(same(policy, other), is_same=False)


@pytest.mark.parametrize(
    ("judgements", "expected"),
    [
        pytest.param((), {}, id="none"),
        pytest.param((same("p/a", "p/b"),), {"p/b": "p/a"}, id="one"),
        pytest.param(
            (same("p/a", "p/b"), same("p/b", "p/c")), {"p/b": "p/a", "p/c": "p/a"}, id="chain"
        ),
        pytest.param(
            (same("p/b", "p/c"), same("p/a", "p/b")), {"p/b": "p/a", "p/c": "p/a"}, id="chain-back"
        ),
        pytest.param((same("p/a", "p/b"), same("p/b", "p/a")), {"p/b": "p/a"}, id="both-ways"),
        pytest.param((different("p/a", "p/b"),), {}, id="different"),
        pytest.param(
            (same("p/a", "p/b"), different("p/a", "p/c")), {"p/b": "p/a"}, id="one-of-each"
        ),
    ],
)
def test_each_policy_has_the_id_of_the_one_it_is(
    judgements: tuple[PolicyJudgement, ...], expected: dict[str, str]
) -> None:
    assert canonical_policies(judgements) == expected


def test_a_contradiction_is_refused_also_by_way_of_others() -> None:
    judgements = (same("p/a", "p/b"), same("p/b", "p/c"), different("p/a", "p/c"))
    with pytest.raises(InputError, match="p/a and p/c are judged to be one and to be two"):
        canonical_policies(judgements)


def test_two_policies_become_one_with_their_stances() -> None:
    ban, prohibition = policy("ban on bags", at=40), policy("prohibition of bags", at=80)
    early = stance(ANN.id, ban.id, at=40, confidence=0.5)
    late = stance(ANN.id, prohibition.id, at=80, confidence=0.8)
    letter = Action(
        id=ActionId("action/1"),
        kind=ActionKind.LETTER,
        name="letter",
        about=TargetId(prohibition.id),
        evidence=(span(90),),
    )
    read = resolve_extraction(
        Extraction(
            document=DOCUMENT,
            people=(ANN,),
            policies=(ban, prohibition),
            stances=(early, late),
            actions=(letter,),
        )
    )
    one, other = (TargetId(p.id) for p in read.policies)
    found = apply_judgements(read, {other: PolicyId(one)})
    assert [(TargetId(p.id), p.name, p.aliases, p.mentions) for p in found.policies] == [
        (one, "ban on bags", ("prohibition of bags",), (span(40), span(80)))
    ]
    (merged,) = found.stances
    assert (merged.target, merged.evidence) == (one, (*early.evidence, *late.evidence))
    assert [a.about for a in found.actions] == [one]


def test_a_short_name_taken_for_an_organization_becomes_a_policy() -> None:
    short = organization("TCA", at=50)
    read = resolve_extraction(
        Extraction(
            document=DOCUMENT,
            people=(ANN,),
            organizations=(short,),
            stances=(stance(ANN.id, short.id, at=50, polarity=Polarity.SUPPORTS),),
        )
    )
    found = apply_judgements(read, {TargetId("organization/tca"): PolicyId("policy/tenant")})
    assert found.organizations == ()
    assert [(p.id, p.name, p.mentions) for p in found.policies] == [
        ("policy/tenant", "TCA", (span(50),))
    ]
    assert [s.target for s in found.stances] == ["policy/tenant"]


def test_an_organization_that_takes_a_side_stays_one() -> None:
    short, levy = organization("TCA", at=50), policy("harbor levy", at=60)
    read = resolve_extraction(
        Extraction(
            document=DOCUMENT,
            organizations=(short,),
            policies=(levy,),
            stances=(stance(short.id, levy.id, at=50),),
        )
    )
    judged = {TargetId("organization/tca"): PolicyId("policy/tenant")}
    assert apply_judgements(read, judged) == read


def test_what_no_judgement_is_about_stays_as_it_is() -> None:
    read = resolve_extraction(Extraction(document=DOCUMENT, policies=(policy("harbor levy"),)))
    assert apply_judgements(read, {TargetId("policy/x"): PolicyId("policy/y")}) is read
