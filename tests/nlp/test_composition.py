"""How polarity composes: what is shown of a text by default, and what is kept below that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from graphkit.nlp.annotations import stances_of
from graphkit.records import DEFAULT_MIN_CONFIDENCE
from tests.nlp.stands import row_of

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

Rows = frozenset[tuple[str, str, str]]
NOTHING: Rows = frozenset()


class Found(NamedTuple):
    """Stances as (holder, polarity, target)."""

    shown: Rows
    kept: Rows
    """Those below the default threshold."""


LEARNED = "way"
"""The rule that weighs the way between two actors; it composes nothing."""


def found(nlp: Language, text: str) -> Found:
    doc = nlp(text)
    rows: dict[bool, set[tuple[str, str, str]]] = {True: set(), False: set()}
    composed = [s for s in stances_of(doc) if s.trace.rule != LEARNED]
    for stance in composed:
        rows[stance.confidence >= DEFAULT_MIN_CONFIDENCE].add(row_of(doc, stance))
    return Found(frozenset(rows[True]), frozenset(rows[False]))


def shown(*rows: str) -> Found:
    return Found(frozenset(map(_row, rows)), NOTHING)


def kept(*rows: str) -> Found:
    return Found(NOTHING, frozenset(map(_row, rows)))


def both(*, now: str, before: str) -> Found:
    return Found(frozenset({_row(now)}), frozenset({_row(before)}))


def _row(text: str) -> tuple[str, str, str]:
    """Read "Bee + fee": a holder by surname, one of + - 0, and a target."""
    holder, sign, target = text.split(" ", 2)
    polarity = {"+": "supports", "-": "opposes", "0": "neutral"}[sign]
    return NAMES.get(holder, holder), polarity, TARGETS.get(target, target)


NAMES = {
    "Bee": "Ann Bee",
    "League": "Canal League",
    "Moss": "Ida Moss",
    "Orr": "Lew Orr",
    "critics-of": "critics of the toll plan",
    "my": "My opponents",
}
TARGETS = {"bill": "harbor bill", "fee": "water fee", "plan": "toll plan", "rule": "curfew rule"}
NONE = shown()

NEUTRAL = [
    pytest.param("Sen. Ann Bee takes no position on the water fee.", shown("Bee 0 fee"), id="no"),
    pytest.param(
        "Gov. Ida Moss has not taken a side on the harbor bill.", shown("Moss 0 bill"), id="not-yet"
    ),
    pytest.param(
        "“I have no position on the curfew rule,” Mayor Lew Orr said.",
        shown("Orr 0 rule"),
        id="in-a-quotation",
    ),
    pytest.param(
        "Mayor Lew Orr said he is still undecided about the curfew rule.",
        shown("Orr 0 rule"),
        id="undecided",
    ),
    pytest.param(
        "Mayor Lew Orr remained neutral in the fight over the toll plan.",
        shown("Orr 0 plan"),
        id="neutral-in-a-fight",
    ),
    pytest.param(
        "Sen. Ann Bee stayed agnostic on the water fee.", shown("Bee 0 fee"), id="agnostic"
    ),
    pytest.param(
        "Mayor Lew Orr declined to say whether he supports the toll plan.",
        shown("Orr 0 plan"),
        id="declined-to-say-whether",
    ),
    pytest.param(
        "Mayor Lew Orr would not say how he will vote on the curfew rule.",
        shown("Orr 0 rule"),
        id="would-not-say-how",
    ),
    pytest.param(
        "Sen. Ann Bee has yet to say if she backs the water fee.",
        shown("Bee 0 fee"),
        id="yet-to-say",
    ),
    pytest.param(
        "Gov. Ida Moss has not decided whether to sign the harbor bill.",
        shown("Moss 0 bill"),
        id="not-decided",
    ),
    pytest.param(
        "Mayor Lew Orr told reporters he was not sure whether to back the toll plan.",
        shown("Orr 0 plan"),
        id="not-sure",
    ),
    pytest.param(
        "The Canal League neither endorses nor rejects the toll plan.",
        shown("League 0 plan"),
        id="neither-nor",
    ),
    pytest.param(
        "Mayor Lew Orr does not support or oppose the toll plan.", shown("Orr 0 plan"), id="not-or"
    ),
    pytest.param(
        "Mayor Lew Orr is neither for nor against the toll plan.",
        shown("Orr 0 plan"),
        id="neither-for-nor-against",
    ),
    pytest.param("Sen. Ann Bee abstained on the water fee.", shown("Bee 0 fee"), id="abstained"),
    pytest.param(
        "Sen. Ann Bee would not commit to the water fee.", shown("Bee 0 fee"), id="not-commit"
    ),
    pytest.param(
        "Sen. Ann Bee stressed her neutrality on the water fee.", shown("Bee 0 fee"), id="noun"
    ),
    pytest.param("Mayor Lew Orr is torn over the toll plan.", shown("Orr 0 plan"), id="torn"),
    pytest.param(
        "Mayor Lew Orr has yet to endorse the toll plan.", kept("Orr 0 plan"), id="yet-to-endorse"
    ),
    pytest.param(
        "Mayor Lew Orr left without endorsing the toll plan.", kept("Orr 0 plan"), id="without"
    ),
    pytest.param(
        "Mayor Lew Orr stopped short of endorsing the toll plan.",
        kept("Orr 0 plan"),
        id="stopped-short-of",
    ),
    pytest.param(
        "Mayor Lew Orr sidestepped a question about whether he would sign the toll plan.",
        shown("Orr 0 plan"),
        id="sidestepped",
    ),
    pytest.param("Mayor Lew Orr did not comment on the toll plan.", NONE, id="silence"),
    pytest.param("Mayor Lew Orr declined to comment on the toll plan.", NONE, id="no-comment"),
    pytest.param("Mayor Lew Orr took a position on the toll plan.", NONE, id="some-position"),
    pytest.param("Mayor Lew Orr is not neutral on the toll plan.", NONE, id="not-neutral"),
    pytest.param("Mayor Lew Orr wants a neutral report on the toll plan.", NONE, id="report"),
    pytest.param("Mayor Lew Orr should take no position on the toll plan.", NONE, id="should"),
    pytest.param("Has Mayor Lew Orr taken no position on the toll plan?", NONE, id="asked"),
    pytest.param(
        "Mayor Lew Orr declined to say whether the toll plan is legal.",
        NONE,
        id="say-whether-legal",
    ),
    pytest.param(
        "Mayor Lew Orr would not say if Gov. Ida Moss supports the toll plan.",
        NONE,
        id="the-side-of-another",
    ),
    pytest.param("Mayor Lew Orr read of net neutrality and the toll plan.", NONE, id="a-thing"),
]

DENIED = [
    pytest.param("Sen. Ann Bee did not oppose the water fee.", kept("Bee 0 fee"), id="not-oppose"),
    pytest.param("Sen. Ann Bee does not object to the water fee.", kept("Bee 0 fee"), id="object"),
    pytest.param("Sen. Ann Bee won’t fight the water fee.", kept("Bee 0 fee"), id="won’t-fight"),
    pytest.param("Gov. Ida Moss will not veto the harbor bill.", kept("Moss 0 bill"), id="veto"),
    pytest.param("Sen. Ann Bee has no objection to the water fee.", kept("Bee 0 fee"), id="noun"),
    pytest.param("Sen. Ann Bee did not criticize the water fee.", kept("Bee 0 fee"), id="judge"),
    pytest.param("Sen. Ann Bee won’t stand in the way of the water fee.", NONE, id="stand-in-way"),
    pytest.param("Nobody opposes the water fee.", NONE, id="nobody"),
    pytest.param("Few Democrats support the water fee.", NONE, id="few"),
    pytest.param("Not all Democrats support the water fee.", NONE, id="not-all"),
    pytest.param(
        "Sen. Ann Bee is not against the water fee.", shown("Bee + fee"), id="not-against"
    ),
    pytest.param("Sen. Ann Bee does not support the water fee.", shown("Bee - fee"), id="support"),
    pytest.param("Sen. Ann Bee never supported the water fee.", shown("Bee - fee"), id="never"),
    pytest.param("Sen. Ann Bee is no fan of the water fee.", shown("Bee - fee"), id="no-fan"),
    pytest.param(
        "Sen. Ann Bee refused to support the water fee.", shown("Bee - fee"), id="refused"
    ),
    pytest.param(
        "No Republicans voted for the harbor bill.", shown("Republicans - bill"), id="none-of-them"
    ),
    pytest.param(
        "Neither Mayor Lew Orr nor Gov. Ida Moss supports the harbor bill.",
        shown("Orr - bill", "Moss - bill"),
        id="neither-of-two",
    ),
    pytest.param(
        "Mayor Lew Orr supports neither the toll plan nor the harbor bill.",
        shown("Orr - plan", "Orr - bill"),
        id="neither-of-two-targets",
    ),
    pytest.param(
        "Mayor Lew Orr opposes neither the toll plan nor the harbor bill.",
        kept("Orr 0 plan", "Orr 0 bill"),
        id="opposes-neither",
    ),
    pytest.param(
        "Gov. Ida Moss refused to veto the harbor bill.", shown("Moss + bill"), id="refused-a-deed"
    ),
    pytest.param(
        "Gov. Ida Moss did not sign the harbor bill.", kept("Moss - bill"), id="deed-not-done"
    ),
    pytest.param("“The water fee is not bad,” Sen. Ann Bee said.", kept("Bee + fee"), id="not-bad"),
    pytest.param(
        "“I don’t think the harbor bill is fair,” Gov. Ida Moss said.",
        shown("Moss - bill"),
        id="not-think-fair",
    ),
    pytest.param(
        "“I do not believe we should pass the harbor bill,” Gov. Ida Moss said.",
        shown("Moss - bill"),
        id="not-believe-should",
    ),
    pytest.param(
        "Sen. Ann Bee did not just oppose the water fee.", shown("Bee - fee"), id="not-just"
    ),
    pytest.param("Sen. Ann Bee hardly supports the water fee.", shown("Bee - fee"), id="hardly"),
    pytest.param(
        "“No one should support the water fee,” Sen. Ann Bee said.",
        shown("Bee - fee"),
        id="no-one-should",
    ),
]

TWICE_DENIED = [
    pytest.param("Sen. Ann Bee opposes ending the water fee.", shown("Bee + fee"), id="end"),
    pytest.param("Sen. Ann Bee favors ending the water fee.", shown("Bee - fee"), id="for-an-end"),
    pytest.param(
        "Sen. Ann Bee does not oppose ending the water fee.", kept("Bee 0 fee"), id="not-oppose-end"
    ),
    pytest.param("Sen. Ann Bee cannot fail to back the water fee.", shown("Bee + fee"), id="fail"),
    pytest.param(
        "Sen. Ann Bee never stopped opposing the water fee.", shown("Bee - fee"), id="stopped"
    ),
    pytest.param(
        "Sen. Ann Bee has not stopped supporting the water fee.",
        shown("Bee + fee"),
        id="not-stopped",
    ),
    pytest.param(
        "Sen. Ann Bee did not refuse to support the water fee.", shown("Bee + fee"), id="not-refuse"
    ),
    pytest.param(
        "“It would be wrong not to pass the water fee,” Sen. Ann Bee said.",
        shown("Bee + fee"),
        id="wrong-not-to",
    ),
    pytest.param(
        "Sen. Ann Bee refused to oppose the water fee.", kept("Bee 0 fee"), id="refused-to-oppose"
    ),
    pytest.param("No Democrats opposed the water fee.", kept("Democrats 0 fee"), id="none-opposed"),
    pytest.param("Sen. Ann Bee failed to pass the water fee.", NONE, id="failed-deed"),
]

TURNED = [
    pytest.param("Mayor Lew Orr no longer backs the toll plan.", shown("Orr - plan"), id="longer"),
    pytest.param("Mayor Lew Orr stopped supporting the toll plan.", shown("Orr - plan"), id="stop"),
    pytest.param(
        "Mayor Lew Orr withdrew his endorsement of the toll plan.",
        shown("Orr - plan"),
        id="withdrew",
    ),
    pytest.param("Mayor Lew Orr turned against the toll plan.", shown("Orr - plan"), id="turned"),
    pytest.param(
        "Mayor Lew Orr reversed course and now backs the toll plan.", shown("Orr + plan"), id="now"
    ),
    pytest.param("Mayor Lew Orr no longer opposes the toll plan.", kept("Orr + plan"), id="relent"),
    pytest.param(
        "Mayor Lew Orr dropped his opposition to the toll plan.", kept("Orr + plan"), id="dropped"
    ),
    pytest.param(
        "Mayor Lew Orr regrets supporting the toll plan.", shown("Orr - plan"), id="regrets"
    ),
    pytest.param(
        "Mayor Lew Orr renounced his support for the toll plan.",
        shown("Orr - plan"),
        id="renounced",
    ),
    pytest.param("Mayor Lew Orr once supported the toll plan.", kept("Orr + plan"), id="once"),
    pytest.param("Mayor Lew Orr used to back the toll plan.", kept("Orr + plan"), id="used-to"),
    pytest.param(
        "Mayor Lew Orr was formerly a critic of the toll plan.", kept("Orr - plan"), id="formerly"
    ),
    pytest.param(
        "Mayor Lew Orr had opposed the toll plan but now supports it.",
        both(now="Orr + plan", before="Orr - plan"),
        id="had-but-now",
    ),
    pytest.param(
        "Mayor Lew Orr opposed the toll plan in 2019 but now supports it.",
        both(now="Orr + plan", before="Orr - plan"),
        id="simple-past-but-now",
    ),
    pytest.param(
        "In 2019, Mayor Lew Orr opposed the toll plan. Today he supports it.",
        both(now="Orr + plan", before="Orr - plan"),
        id="today",
    ),
    pytest.param(
        "Mayor Lew Orr, who once backed the toll plan, now opposes it.",
        both(now="Orr - plan", before="Orr + plan"),
        id="who-once",
    ),
    pytest.param(
        "Mayor Lew Orr, a former critic of the toll plan, now champions it.",
        both(now="Orr + plan", before="Orr - plan"),
        id="former-critic",
    ),
    pytest.param(
        "Mayor Lew Orr initially supported the toll plan before turning against it.",
        both(now="Orr - plan", before="Orr + plan"),
        id="initially-before",
    ),
    pytest.param(
        "Mayor Lew Orr had long supported the toll plan.", shown("Orr + plan"), id="had-long"
    ),
    pytest.param("Mayor Lew Orr still opposes the toll plan.", shown("Orr - plan"), id="still"),
    pytest.param(
        "Mayor Lew Orr used the session to back the toll plan.",
        shown("Orr + plan"),
        id="used-a-thing",
    ),
    pytest.param("Mayor Lew Orr changed his mind on the toll plan.", NONE, id="changed-his-mind"),
    pytest.param("Mayor Lew Orr flipped through the toll plan.", NONE, id="flipped-through"),
    pytest.param("Mayor Lew Orr once read the toll plan.", NONE, id="once-read"),
]

CONDITIONS = [
    pytest.param(
        "Gov. Ida Moss backs the harbor bill only if ferries are exempt.",
        kept("Moss + bill"),
        id="only-if",
    ),
    pytest.param(
        "Gov. Ida Moss will back the harbor bill only after a hearing.",
        kept("Moss + bill"),
        id="only-after",
    ),
    pytest.param(
        "Gov. Ida Moss will oppose the harbor bill unless ferries are exempt.",
        kept("Moss - bill"),
        id="unless",
    ),
    pytest.param(
        "Gov. Ida Moss will oppose the harbor bill until ferries are exempt.",
        kept("Moss - bill"),
        id="until",
    ),
    pytest.param(
        "Gov. Ida Moss will support the harbor bill as long as ferries are exempt.",
        kept("Moss + bill"),
        id="as-long-as",
    ),
    pytest.param(
        "Gov. Ida Moss would back the harbor bill, provided ferries are exempt.",
        kept("Moss + bill"),
        id="provided",
    ),
    pytest.param(
        "“If ferries were exempt, I would support the harbor bill,” Gov. Ida Moss said.",
        kept("Moss + bill"),
        id="if-in-front",
    ),
    pytest.param("Gov. Ida Moss is open to the harbor bill.", kept("Moss + bill"), id="open-to"),
    pytest.param(
        "Gov. Ida Moss has not ruled out signing the harbor bill.",
        kept("Moss + bill"),
        id="not-out",
    ),
    pytest.param(
        "Gov. Ida Moss is considering backing the harbor bill.",
        kept("Moss + bill"),
        id="considering",
    ),
    pytest.param(
        "Gov. Ida Moss offered tentative support for the harbor bill.",
        kept("Moss + bill"),
        id="tentative-support",
    ),
    pytest.param(
        "Gov. Ida Moss conditioned her support for the harbor bill on a hearing.",
        kept("Moss + bill"),
        id="conditioned",
    ),
    pytest.param(
        "Gov. Ida Moss supports the harbor bill, but only for ferries.",
        shown("Moss + bill"),
        id="but-only",
    ),
    pytest.param(
        "Gov. Ida Moss supports the harbor bill even if ferries pay.",
        shown("Moss + bill"),
        id="even-if",
    ),
    pytest.param(
        "Gov. Ida Moss will repeal the harbor bill if elected.",
        shown("Moss - bill"),
        id="if-elected",
    ),
    pytest.param(
        "Gov. Ida Moss supports the harbor bill because ferries are exempt.",
        shown("Moss + bill"),
        id="because",
    ),
    pytest.param(
        "“The harbor bill would be a disaster if it passed,” Gov. Ida Moss said.",
        shown("Moss - bill"),
        id="a-foreseen-disaster",
    ),
    pytest.param(
        "Gov. Ida Moss would have supported the harbor bill.", kept("Moss + bill"), id="would-have"
    ),
    pytest.param("Gov. Ida Moss could support the harbor bill.", NONE, id="could"),
    pytest.param("Gov. Ida Moss might back the harbor bill.", NONE, id="might"),
    pytest.param("Gov. Ida Moss may oppose the harbor bill.", NONE, id="may"),
    pytest.param("If Gov. Ida Moss backs the harbor bill, it will pass.", NONE, id="whole-clause"),
    pytest.param("Had Gov. Ida Moss opposed the harbor bill, it would fail.", NONE, id="had-she"),
    pytest.param("Gov. Ida Moss will leave if the harbor bill is unfair.", NONE, id="if-unfair"),
]

CONCESSION = [
    pytest.param(
        "While he supports the toll plan, Mayor Lew Orr said the harbor bill must be repealed.",
        shown("Orr + plan", "Orr - bill"),
        id="while-he",
    ),
    pytest.param(
        "While Mayor Lew Orr supports the toll plan, Gov. Ida Moss said it is unfair.",
        shown("Orr + plan", "Moss - plan"),
        id="while-another",
    ),
    pytest.param(
        "Although she opposes the harbor bill, Gov. Ida Moss praised the toll plan.",
        shown("Moss - bill", "Moss + plan"),
        id="although-she",
    ),
    pytest.param(
        "Despite her support for the harbor bill, Gov. Ida Moss voted against the toll plan.",
        shown("Moss + bill", "Moss - plan"),
        id="despite-her-support",
    ),
    pytest.param(
        "Despite Mayor Lew Orr’s opposition to the toll plan, Gov. Ida Moss backed it.",
        shown("Orr - plan", "Moss + plan"),
        id="despite-another’s",
    ),
    pytest.param(
        "Though critical of the harbor bill, Gov. Ida Moss backed the toll plan.",
        shown("Moss - bill", "Moss + plan"),
        id="though-critical",
    ),
    pytest.param(
        "“While I support the toll plan, I cannot support the harbor bill,” Mayor Lew Orr said.",
        shown("Orr + plan", "Orr - bill"),
        id="while-I",
    ),
    pytest.param(
        "Unlike Mayor Lew Orr, Gov. Ida Moss opposes the toll plan.",
        shown("Moss - plan"),
        id="unlike",
    ),
    pytest.param("While they met, Gov. Ida Moss spoke of the harbor bill.", NONE, id="while-met"),
    pytest.param("Despite the rain, Gov. Ida Moss read the harbor bill.", NONE, id="despite-rain"),
    pytest.param("Although he was late, Mayor Lew Orr read the toll plan.", NONE, id="although"),
    pytest.param("Despite his toll plan, Mayor Lew Orr went home.", NONE, id="despite-a-thing"),
]

OTHERS = [
    pytest.param(
        "The council debated the toll plan. Critics say it would hurt drivers.",
        shown("Critics - plan"),
        id="critics-say",
    ),
    pytest.param(
        "Mayor Lew Orr said critics oppose the toll plan.",
        shown("critics - plan"),
        id="said-critics",
    ),
    pytest.param(
        "Opponents, including Gov. Ida Moss, say the toll plan is unfair.",
        shown("Opponents - plan", "Moss - plan"),
        id="including",
    ),
    pytest.param(
        "“My opponents think the toll plan is unfair,” Mayor Lew Orr said.",
        shown("my - plan"),
        id="my-opponents-think",
    ),
    pytest.param(
        "“Gov. Ida Moss says the toll plan is unfair,” Mayor Lew Orr said.",
        shown("Moss - plan"),
        id="another-says",
    ),
    pytest.param(
        "“Gov. Ida Moss opposes the toll plan,” Mayor Lew Orr said.",
        shown("Moss - plan"),
        id="another-opposes",
    ),
    pytest.param(
        "“I think the toll plan is unfair,” Mayor Lew Orr said.", shown("Orr - plan"), id="I-think"
    ),
    pytest.param(
        "“Studies show the toll plan is harmful,” Mayor Lew Orr said.",
        shown("Orr - plan"),
        id="studies-show",
    ),
    pytest.param(
        "“Some say the toll plan is a disaster,” Mayor Lew Orr said.", NONE, id="some-say"
    ),
    pytest.param("“They call the toll plan a disaster,” Mayor Lew Orr said.", NONE, id="they-call"),
    pytest.param(
        "“Critics say the toll plan is cruel, but they are wrong,” Mayor Lew Orr said.",
        NONE,
        id="critics-are-wrong",
    ),
    pytest.param(
        "As farmers, critics opposed the toll plan.", shown("critics - plan"), id="as-in-front"
    ),
    pytest.param("Mayor Lew Orr met his critics.", NONE, id="met-critics"),
]

QUESTIONS = [
    pytest.param("Should Gov. Ida Moss adopt the toll plan?", NONE, id="should"),
    pytest.param("Why would Gov. Ida Moss support the toll plan?", NONE, id="why-would"),
    pytest.param("Does Gov. Ida Moss support the toll plan?", NONE, id="does"),
    pytest.param("Gov. Ida Moss supports the toll plan?", NONE, id="statement-asked"),
    pytest.param("“Should we pass the toll plan?” Mayor Lew Orr asked.", NONE, id="quoted"),
    pytest.param(
        "“Why would anyone support the toll plan?” Mayor Lew Orr asked.", NONE, id="rhetorical"
    ),
    pytest.param(
        "“Isn’t the toll plan a disaster?” Mayor Lew Orr asked.", NONE, id="rhetorical-no"
    ),
    pytest.param(
        "Mayor Lew Orr asked if Gov. Ida Moss supports the toll plan.", NONE, id="asked-if"
    ),
    pytest.param(
        "Mayor Lew Orr asked whether the council should adopt the toll plan.",
        NONE,
        id="asked-whether",
    ),
    pytest.param(
        "“Do you support the toll plan? I oppose it,” Mayor Lew Orr said.",
        shown("Orr - plan"),
        id="answered",
    ),
    pytest.param(
        "Mayor Lew Orr, who opposes the toll plan, asked: “Will it pass?”",
        shown("Orr - plan"),
        id="who-asks",
    ),
    pytest.param(
        "Mayor Lew Orr opposes the toll plan, saying “Who needs it?”",
        shown("Orr - plan"),
        id="quoted-behind",
    ),
    pytest.param(
        "Mayor Lew Orr backs the toll plan. Will it pass?", shown("Orr + plan"), id="asked-next"
    ),
    pytest.param(
        "Will critics of the toll plan sue?", shown("critics-of - plan"), id="presupposed"
    ),
]

SUPPOSED = [
    pytest.param("Mayor Lew Orr denied that he supports the toll plan.", NONE, id="denied-that"),
    pytest.param("Mayor Lew Orr did not say that he supports the toll plan.", NONE, id="not-said"),
    pytest.param("It is not true that Mayor Lew Orr supports the toll plan.", NONE, id="not-true"),
    pytest.param("Imagine that Mayor Lew Orr supports the toll plan.", NONE, id="imagine"),
    pytest.param("Suppose Mayor Lew Orr opposed the toll plan.", NONE, id="suppose"),
    pytest.param("Gov. Ida Moss doubts that Mayor Lew Orr backs the toll plan.", NONE, id="doubts"),
    pytest.param("Gov. Ida Moss hopes Mayor Lew Orr backs the toll plan.", NONE, id="hopes"),
    pytest.param("Mayor Lew Orr forgot to back the toll plan.", NONE, id="forgot"),
    pytest.param(
        "There were rumors that Mayor Lew Orr supports the toll plan.",
        kept("Orr + plan"),
        id="rumors",
    ),
    pytest.param(
        "Mayor Lew Orr is rumored to oppose the toll plan.", kept("Orr - plan"), id="rumored"
    ),
    pytest.param(
        "Mayor Lew Orr reportedly opposes the toll plan.", kept("Orr - plan"), id="adverb"
    ),
    pytest.param("Mayor Lew Orr is said to favor the toll plan.", kept("Orr + plan"), id="said-to"),
    pytest.param("Mayor Lew Orr claims to support the toll plan.", kept("Orr + plan"), id="claims"),
    pytest.param(
        "Mayor Lew Orr pretends to back the toll plan.", kept("Orr + plan"), id="pretends"
    ),
    pytest.param("Mayor Lew Orr denied supporting the toll plan.", kept("Orr - plan"), id="denied"),
    pytest.param(
        "Mayor Lew Orr is likely to oppose the toll plan.", kept("Orr - plan"), id="likely"
    ),
    pytest.param(
        "Gov. Ida Moss claimed that Mayor Lew Orr opposes the toll plan.",
        kept("Orr - plan"),
        id="claimed-of-another",
    ),
    pytest.param(
        "Mayor Lew Orr claimed he supports the toll plan.", shown("Orr + plan"), id="of-himself"
    ),
    pytest.param(
        "Gov. Ida Moss confirmed that Mayor Lew Orr supports the toll plan.",
        shown("Orr + plan"),
        id="confirmed",
    ),
    pytest.param(
        "Gov. Ida Moss accused Mayor Lew Orr of supporting the toll plan.",
        Found(
            frozenset({("Ida Moss", "opposes", "Lew Orr"), ("Ida Moss", "opposes", "toll plan")}),
            frozenset({("Lew Orr", "supports", "toll plan")}),
        ),
        id="accused",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *NEUTRAL,
        *DENIED,
        *TWICE_DENIED,
        *TURNED,
        *CONDITIONS,
        *CONCESSION,
        *OTHERS,
        *QUESTIONS,
        *SUPPOSED,
    ],
)
def test_polarity_composes(nlp: Language, text: str, expected: Found) -> None:
    assert found(nlp, text) == expected
