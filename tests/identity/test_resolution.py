"""Global ids for what one document says: merging, re-pointing, and the laws of both."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graphkit.identity import resolve_extraction
from graphkit.ids import ActionId, ActorId, PolicyId, StanceId, StatementId, TargetId
from graphkit.records import (
    Action,
    ActionKind,
    Evidence,
    Extraction,
    Group,
    OrganizationKind,
    Polarity,
    PolicyArea,
    Reason,
    Statement,
    StatementKind,
    Unsaid,
)
from tests.identity.examples import (
    DOCUMENT,
    organization,
    person,
    policy,
    span,
    stance,
    tenure,
)

ANN = person("Ann Bee", tenure("Attorney General", "Ohio"), at=10)
ANN_ID = ActorId("person/ann-bee.ohio-attorney-general")
ACT = policy("Clean Canals Act", at=40)
SAME_ACT = policy("the Clean Canals Act", "the bill", at=80)
ACT_ID = PolicyId("policy/clean-canals-act")


def test_everything_that_refers_to_an_actor_follows_it() -> None:
    group = Group(id=ActorId("group/1"), name="two mayors", mentions=(span(20),), members=(ANN.id,))
    letter = Action(
        id=ActionId("action/1"),
        kind=ActionKind.LETTER,
        name="letter",
        leaders=(ANN.id,),
        signers=(group.id,),
        addressees=(ANN.id,),
        about=TargetId(ACT.id),
        evidence=(span(30),),
    )
    said = Statement(
        id=StatementId("statement/1"),
        speaker=ANN.id,
        quote=span(50),
        kind=StatementKind.DIRECT,
    )
    held = stance(ANN.id, ACT.id, at=60, capacity=ANN.tenures[0].id)
    resolved = resolve_extraction(
        Extraction(
            document=DOCUMENT,
            people=(ANN,),
            groups=(group,),
            policies=(ACT,),
            actions=(letter,),
            statements=(said,),
            stances=(held,),
        )
    )
    tenure_id = resolved.people[0].tenures[0].id
    assert resolved.groups == (replace(group, members=(ANN_ID,)),)
    assert resolved.actions == (
        replace(letter, leaders=(ANN_ID,), addressees=(ANN_ID,), about=TargetId(ACT_ID)),
    )
    assert resolved.statements == (replace(said, speaker=ANN_ID),)
    assert resolved.stances == (
        replace(held, holder=ANN_ID, target=TargetId(ACT_ID), in_capacity=tenure_id),
    )


def test_two_policies_of_one_name_become_one() -> None:
    resolved = resolve_extraction(Extraction(document=DOCUMENT, policies=(SAME_ACT, ACT)))
    merged = replace(
        ACT,
        id=ACT_ID,
        aliases=("the Clean Canals Act", "the bill"),
        mentions=(span(40), span(80)),
    )
    assert resolved.policies == (merged,)


def test_stances_that_become_one_keep_all_evidence_and_the_earlier_id() -> None:
    late = stance(ANN.id, ACT.id, at=90, confidence=0.9)
    early = stance(ANN.id, SAME_ACT.id, at=30, confidence=0.4)
    resolved = resolve_extraction(
        Extraction(
            document=DOCUMENT, people=(ANN,), policies=(ACT, SAME_ACT), stances=(late, early)
        )
    )
    merged = replace(
        early,
        holder=ANN_ID,
        target=TargetId(ACT_ID),
        confidence=0.9,
        evidence=(*early.evidence, *late.evidence),
    )
    assert resolved.stances == (merged,)


def test_stances_that_become_one_keep_the_reason_of_the_surest() -> None:
    late_reason = Reason(rule="verb object", cue=span(90))
    late = replace(stance(ANN.id, ACT.id, at=90, confidence=0.9), reason=late_reason)
    early = replace(
        stance(ANN.id, SAME_ACT.id, at=30, confidence=0.4),
        reason=Reason(rule="author", cue=span(30)),
    )
    (merged,) = resolve_extraction(
        Extraction(
            document=DOCUMENT, people=(ANN,), policies=(ACT, SAME_ACT), stances=(late, early)
        )
    ).stances
    assert (merged.confidence, merged.reason) == (0.9, late_reason)


def test_references_of_one_policy_and_what_was_not_said_are_kept() -> None:
    unsaid = Unsaid(cue=span(60), words=span(70), reason="denied")
    first, second = replace(ACT, references=(span(95),)), replace(SAME_ACT, references=(span(50),))
    resolved = resolve_extraction(
        Extraction(document=DOCUMENT, policies=(first, second), unsaid=(unsaid,))
    )
    assert [policy.references for policy in resolved.policies] == [(span(50), span(95))]
    assert resolved.unsaid == (unsaid,)


def test_opposite_stances_are_not_merged() -> None:
    against = stance(ANN.id, ACT.id, at=30)
    in_favour = stance(ANN.id, SAME_ACT.id, at=90, polarity=Polarity.SUPPORTS)
    resolved = resolve_extraction(
        Extraction(
            document=DOCUMENT, people=(ANN,), policies=(ACT, SAME_ACT), stances=(against, in_favour)
        )
    )
    assert [s.id for s in resolved.stances] == [against.id, in_favour.id]


def test_a_policy_has_the_area_that_its_names_tell() -> None:
    schools, bill = policy("Rural Schools Act"), policy("the bill", at=50)
    resolved = resolve_extraction(Extraction(document=DOCUMENT, policies=(schools, bill)))
    assert [p.area for p in resolved.policies] == [PolicyArea.EDUCATION, None]


def test_a_policy_never_negates_itself() -> None:
    first = policy("canal fee", at=5)
    second = policy("the canal fees", at=50, negates=first.id)
    (merged,) = resolve_extraction(Extraction(document=DOCUMENT, policies=(first, second))).policies
    assert merged.negates is None


def test_negation_follows_the_policy_it_names() -> None:
    repeal = policy("repeal of the canal fee", at=5, negates=PolicyId("policy/50"))
    fee = policy("canal fee", at=50)
    resolved = resolve_extraction(Extraction(document=DOCUMENT, policies=(repeal, fee)))
    assert [p.negates for p in resolved.policies] == [PolicyId("policy/canal-fee"), None]


def test_an_abbreviation_is_merged_into_the_full_name() -> None:
    short = organization("CL", at=5)
    full = organization("Canal League", "CL", at=50)
    (merged,) = resolve_extraction(
        Extraction(document=DOCUMENT, organizations=(short, full))
    ).organizations
    assert merged == replace(
        full, id=ActorId("organization/canal-league"), mentions=(span(5), span(50))
    )


def test_a_leader_is_no_signer_as_well_once_both_are_one() -> None:
    first, second = organization("Canal League", at=5), organization("the Canal League", at=50)
    letter = Action(
        id=ActionId("action/1"),
        kind=ActionKind.LETTER,
        name="letter",
        leaders=(first.id,),
        signers=(second.id,),
        evidence=(span(30),),
    )
    (action,) = resolve_extraction(
        Extraction(document=DOCUMENT, organizations=(first, second), actions=(letter,))
    ).actions
    assert (action.leaders, action.signers) == ((ActorId("organization/canal-league"),), ())


def test_a_place_as_government_and_an_organization_of_its_name_stay_two() -> None:
    state = organization("Ohio", at=5, kind=OrganizationKind.GOVERNMENT)
    company = organization("Ohio", at=50)
    resolved = resolve_extraction(Extraction(document=DOCUMENT, organizations=(company, state)))
    assert [o.id for o in resolved.organizations] == ["government/ohio", "organization/ohio"]


def test_one_office_told_twice_is_one_tenure_with_both_words() -> None:
    ann = person(
        "Ann Bee",
        tenure("Attorney General", "Ohio", at=1),
        tenure("attorney general", "State of Ohio", at=70),
        at=10,
    )
    (resolved,) = resolve_extraction(Extraction(document=DOCUMENT, people=(ann,))).people
    assert [t.evidence for t in resolved.tenures] == [(span(1), span(70))]


def test_an_empty_extraction_stays_empty() -> None:
    empty = Extraction(document=DOCUMENT)
    assert resolve_extraction(empty) == empty


NAMES = st.sampled_from(["Ann Bee", "Bee", "Dr. Ann Bee", "Bob Cee", "Ms. Bee"])
OFFICES = st.sampled_from(["Governor", "Attorney General", "acting Governor"])
PLACES = st.sampled_from([None, "Ohio", "State of Ohio", "Iowa"])
ORGANIZATIONS = st.sampled_from(
    ["CL", "Canal League", "the Canal League", "Clean Lakes", "CL Inc."]
)
POLICIES = st.sampled_from(
    ["the bill", "Canal Act", "the Canal Acts", "canal act", "fees on boats"]
)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """Return an extraction in which names and ids meet in all ways, each record at its place."""
    size = draw(st.integers(0, 4))
    people = [
        person(
            draw(NAMES),
            *[
                tenure(draw(OFFICES), draw(PLACES), at=1000 * i + t)
                for t in range(draw(st.integers(0, 2)))
            ],
            at=100 * i,
        )
        for i in range(size)
    ]
    organizations = [
        organization(
            draw(ORGANIZATIONS),
            *draw(st.lists(ORGANIZATIONS, max_size=2)),
            at=100 * i + 10,
            kind=draw(st.sampled_from(OrganizationKind)),
        )
        for i in range(draw(st.integers(0, 4)))
    ]
    policies = [
        policy(draw(POLICIES), *draw(st.lists(POLICIES, max_size=2)), at=100 * i + 20)
        for i in range(draw(st.integers(0, 4)))
    ]
    if len(policies) > 1:
        policies[0] = replace(policies[0], negates=policies[-1].id)
    holders = [str(p.id) for p in people] + [str(o.id) for o in organizations]
    targets = [*holders, *[str(p.id) for p in policies]]
    stances = [
        stance(
            draw(st.sampled_from(holders)),
            draw(st.sampled_from(targets)),
            at=7 * i,
            polarity=draw(st.sampled_from(Polarity)),
            confidence=draw(st.sampled_from([0.2, 0.7])),
        )
        for i in range(draw(st.integers(0, 6)) if holders else 0)
    ]
    return Extraction(
        document=DOCUMENT,
        people=tuple(people),
        organizations=tuple(organizations),
        policies=tuple(policies),
        stances=tuple(stances),
    )


def _evidence(extraction: Extraction) -> set[Evidence]:
    return {e for s in extraction.stances for e in s.evidence}


@given(extractions())
def test_resolving_twice_changes_nothing_more(extraction: Extraction) -> None:
    once = resolve_extraction(extraction)
    assert resolve_extraction(once) == once


@given(extractions(), st.data())
def test_the_order_of_the_parts_does_not_matter(
    extraction: Extraction, data: st.DataObject
) -> None:
    mixed = replace(
        extraction,
        people=tuple(data.draw(st.permutations(extraction.people))),
        organizations=tuple(data.draw(st.permutations(extraction.organizations))),
        policies=tuple(data.draw(st.permutations(extraction.policies))),
        stances=tuple(data.draw(st.permutations(extraction.stances))),
    )
    assert resolve_extraction(mixed) == resolve_extraction(extraction)


@given(extractions())
def test_ids_inside_the_record_hold(extraction: Extraction) -> None:
    resolved = resolve_extraction(extraction)
    actors = [a.id for a in resolved.actors()]
    policies = {p.id for p in resolved.policies}
    assert len(set(actors)) == len(actors)
    assert {p.negates for p in resolved.policies} - {None} <= policies
    assert {s.target for s in resolved.stances} <= {*actors, *policies}


@given(extractions())
def test_people_are_never_merged(extraction: Extraction) -> None:
    resolved = resolve_extraction(extraction)
    assert sorted(p.mentions for p in resolved.people) == sorted(
        p.mentions for p in extraction.people
    )


@given(extractions())
def test_no_evidence_and_no_mention_is_lost(extraction: Extraction) -> None:
    resolved = resolve_extraction(extraction)
    assert _evidence(resolved) == _evidence(extraction)
    assert {m for x in (*resolved.actors(), *resolved.policies) for m in x.mentions} == {
        m for x in (*extraction.actors(), *extraction.policies) for m in x.mentions
    }


@given(extractions())
def test_stance_ids_are_never_minted_anew(extraction: Extraction) -> None:
    before: set[StanceId] = {s.id for s in extraction.stances}
    assert {s.id for s in resolve_extraction(extraction).stances} <= before
