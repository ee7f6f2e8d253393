"""Letters, suits, briefs, resolutions and bills with their parties; nobody in them exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import ActionNote, actions_of
from tests.nlp.acting import Told, addressees, evidence, parties

if TYPE_CHECKING:
    from spacy.language import Language

LETTERS = [
    pytest.param(
        "Representative Ruth Lindqvist led a letter to the minister on the dam.",
        [Told("letter", ["Ruth Lindqvist"], [])],
        id="led",
    ),
    pytest.param(
        "The letter was co-signed by Reps. Ruth Lindqvist (OH-44), Joe Dalton (TX-26), and "
        "Norma Fielding (CA-32). It was sent on Monday.",
        [Told("letter", [], ["Ruth Lindqvist", "Joe Dalton", "Norma Fielding"])],
        id="co-signed-by-list",
    ),
    pytest.param(
        "In a letter to Governor Tom Hale, Mayor Ruth Lindqvist wrote that the toll must end.",
        [Told("letter", ["Ruth Lindqvist"], [])],
        id="said-in-a-letter",
    ),
    pytest.param(
        "Governor Tom Hale wrote to President Ruth Lindqvist asking her to declare an emergency.",
        [Told("letter", ["Tom Hale"], [])],
        id="wrote-to",
    ),
    pytest.param(
        "More than 200 academics have signed an open letter urging ministers to scrap the fee.",
        [Told("letter", [], ["More than 200 academics"])],
        id="counted-group",
    ),
    pytest.param(
        "Reps. Ruth Lindqvist, Paul Orr and Mara Quill also signed the letter.",
        [Told("letter", [], ["Ruth Lindqvist", "Paul Orr", "Mara Quill"])],
        id="also-signed",
    ),
    pytest.param(
        "Also signing on to the letter were Ruth Lindqvist and Paul Orr.",
        [Told("letter", [], ["Ruth Lindqvist", "Paul Orr"])],
        id="signing-on-were",
    ),
    pytest.param(
        "The full list of signatories includes: Ruth Lindqvist, Paul Orr, and Mara Quill.",
        [Told("letter", [], ["Ruth Lindqvist", "Paul Orr", "Mara Quill"])],
        id="list-of-signatories",
    ),
    pytest.param(
        "In the letter, spearheaded by Rep. Ruth Lindqvist, the lawmakers urged a halt.",
        [Told("letter", ["Ruth Lindqvist"], [])],
        id="spearheaded-by",
    ),
    pytest.param(
        "Sen. Paul Orr sent the letter along with Sens. Tom Hale of Missouri, Mara Quill of "
        "Kansas, and Ruth Lindqvist of Ohio.",
        [Told("letter", ["Paul Orr"], ["Tom Hale", "Mara Quill", "Ruth Lindqvist"])],
        id="along-with-states-left-out",
    ),
    pytest.param(
        "State Treasurer Ruth Lindqvist was one of 17 Democratic treasurers who signed a letter "
        "asking the agency to end the toll.",
        [Told("letter", [], ["Ruth Lindqvist", "17 Democratic treasurers"])],
        id="one-of-those-who-signed",
    ),
    pytest.param(
        "State Treasurer Ruth Lindqvist led five treasurers in a letter to Senator Tom Hale urging "
        "him to withdraw the Safe Harbor Act.",
        [Told("letter", ["Ruth Lindqvist"], ["five treasurers"])],
        id="whoever-urges-to-withdraw-a-bill-has-no-part-in-it",
    ),
    pytest.param(
        "The letter was signed by 12 mayors, including Ruth Lindqvist of Dayton and Paul Orr of "
        "Toledo.",
        [Told("letter", [], ["12 mayors", "Ruth Lindqvist", "Paul Orr"])],
        id="including",
    ),
]
COALITIONS = [
    pytest.param(
        "In a letter to the agency, Attorney General Mara Quill argues that the rule saves lives. "
        "Joining Attorney General Quill in sending the letter are the attorneys general of "
        "Hawaii, Maine, New York, and Vermont.",
        [Told("letter", ["Mara Quill"], ["Hawaii", "Maine", "New York", "Vermont"])],
        id="joining-places",
    ),
    pytest.param(
        "Attorney General Mara Quill filed an amicus brief. She is joined in the brief by Nevada "
        "Attorney General Paul Orr, who leads the effort, and the attorneys general of Maine "
        "and Ohio.",
        [Told("amicus brief", ["Mara Quill", "Paul Orr"], ["Maine", "Ohio"])],
        id="who-led-the-coalition",
    ),
    pytest.param(
        "Ohio sued the Department of Energy on Monday over the dam. The states joining Ohio "
        "are: Maine, New York, and Vermont.",
        [Told("lawsuit", ["Ohio"], ["Maine", "New York", "Vermont"])],
        id="states-joining",
    ),
    pytest.param(
        "A coalition of 19 states led by Oregon filed suit Tuesday challenging the order.",
        [Told("lawsuit", ["Oregon", "coalition of 19 states"], [])],
        id="coalition-led-by",
    ),
    pytest.param(
        "The attorneys general of Ohio, Nevada, and Maine also joined the suit.",
        [Told("lawsuit", [], ["Ohio", "Nevada", "Maine"])],
        id="attorneys-general-of",
    ),
    pytest.param(
        "Senator Ruth Lindqvist (D-Ohio) joined Senators Paul Orr (D-Utah), Mara Quill (D-Maine), "
        "and 43 colleagues in sending a letter to the minister on the dam.",
        [Told("letter", ["Paul Orr", "Mara Quill"], ["Ruth Lindqvist", "43 colleagues"])],
        id="joined-others-in-sending",
    ),
    pytest.param(
        "Attorney General Mara Quill joined the Department of Justice and the attorneys general "
        "of Ohio, Utah and Maine in filing a lawsuit against Acme Homes Inc.",
        [Told("lawsuit", ["Department of Justice"], ["Mara Quill", "Ohio", "Utah", "Maine"])],
        id="joined-places-in-filing",
    ),
    pytest.param(
        "Senator Ruth Lindqvist led a group of 29 senators urging the Department of Energy to "
        "reopen the dam. The senators sent the letter on Monday.",
        [Told("letter", ["Ruth Lindqvist", "group of 29 senators"], [])],
        id="led-a-group-in-urging",
    ),
    pytest.param(
        "Sixteen attorneys general submitted joint comments opposing the proposed ozone rule.",
        [Told("letter", ["Sixteen attorneys general"], [])],
        id="joint-comments",
    ),
    pytest.param(
        "The lawsuit, filed in federal court by Ohio Attorney General Mara Quill, seeks to block "
        "the merger.",
        [Told("lawsuit", ["Mara Quill"], [])],
        id="filed-by-far-from-its-by",
    ),
]
BILLS = [
    pytest.param(
        "Introduced by Rep. Ruth Lindqvist (FL-27) and Rep. Paul Orr (PA-4), the Clean Wells Act "
        "would fund new wells. The bill has more than 30 cosponsors.",
        [Told("bill", ["Ruth Lindqvist", "Paul Orr"], ["more than 30 cosponsors"])],
        id="introduced-by",
    ),
    pytest.param(
        "Sen. Ruth Lindqvist reintroduced her bill to repeal the tea tax. Reps. Paul Orr (CA-17), "
        "Mara Quill (CO-07) and Tom Hale (ME-02) are co-sponsors of the bill.",
        [Told("bill", ["Ruth Lindqvist"], ["Paul Orr", "Mara Quill", "Tom Hale"])],
        id="are-co-sponsors",
    ),
    pytest.param(
        "The bill was introduced by Sens. Ruth Lindqvist (D-Ore.) and Paul Orr (R-Utah) and is "
        "cosponsored by Sens. Mara Quill (D-Ohio) and Tom Hale (R-Maine).",
        [Told("bill", ["Ruth Lindqvist", "Paul Orr"], ["Mara Quill", "Tom Hale"])],
        id="introduced-and-cosponsored",
    ),
    pytest.param(
        "Additional cosponsors of the legislation include Reps. Tom Hale (R-FL), Mara Quill "
        "(R-PA), and Paul Orr (D-NY).",
        [Told("bill", [], ["Tom Hale", "Mara Quill", "Paul Orr"])],
        id="cosponsors-include",
    ),
    pytest.param(
        "The measure's chief sponsor, Sen. Ruth Lindqvist, said it would help farmers.",
        [Told("bill", ["Ruth Lindqvist"], [])],
        id="chief-sponsor",
    ),
    pytest.param(
        "Senator Ruth Lindqvist sponsored the measure with Senator Paul Orr.",
        [Told("bill", ["Ruth Lindqvist"], ["Paul Orr"])],
        id="with",
    ),
    pytest.param(
        "Senator Paul Orr, joined by Senators Ruth Lindqvist and Mara Quill, introduced the "
        "Clean Wells Act.",
        [Told("bill", ["Paul Orr"], ["Ruth Lindqvist", "Mara Quill"])],
        id="joined-by-beside-the-subject",
    ),
    pytest.param(
        "Senator Ruth Lindqvist spoke on Monday. The Clean Wells Act – which she introduced with "
        "Senators Paul Orr (D-Utah) and Mara Quill (D-Maine) – would fund wells.",
        [Told("bill", ["Ruth Lindqvist"], ["Paul Orr", "Mara Quill"])],
        id="which-she-introduced-with",
    ),
    pytest.param(
        "Rep. Paul Orr was joined by several other lawmakers in proposing a bill to end the toll.",
        [Told("bill", ["Paul Orr"], ["several other lawmakers"])],
        id="was-joined-in-proposing",
    ),
    pytest.param(
        "Sen. Paul Orr said his bill to repeal the fee would pass.",
        [Told("bill", ["Paul Orr"], [])],
        id="his-bill",
    ),
    pytest.param(
        "The Toledo City Council adopted a resolution condemning the toll.",
        [Told("resolution", ["Toledo City Council"], [])],
        id="resolution-adopted",
    ),
    pytest.param(
        "The House will vote on the bill soon. Gov. Tom Hale's proposal would raise the toll.",
        [Told("bill", ["Tom Hale"], [])],
        id="a-bill-that-is-his-proposal",
    ),
    pytest.param(
        "Rep. Paul Orr introduced the bill. Gov. Tom Hale's proposal would raise the toll.",
        [Told("bill", ["Paul Orr"], [])],
        id="a-proposal-beside-somebody-s-bill",
    ),
    pytest.param(
        "A bipartisan group of senators led by Paul Orr has introduced a bill to end the toll.",
        [Told("bill", ["Paul Orr", "bipartisan group of senators"], [])],
        id="a-group-led-by",
    ),
    pytest.param(
        "Reps. Ruth Lindqvist (CO-3), Tom Hale (NM-02), and Mara Quill (CA-10) joined Congressman "
        "Paul Orr in the introduction of the Senate version of the bill.",
        [Told("bill", ["Paul Orr"], ["Ruth Lindqvist", "Tom Hale", "Mara Quill"])],
        id="joined-in-the-introduction",
    ),
    pytest.param(
        "The resolution, co-led by Reps. Ruth Lindqvist and Paul Orr, condemns the attack.",
        [Told("resolution", ["Ruth Lindqvist", "Paul Orr"], [])],
        id="resolution",
    ),
    pytest.param(
        "Governor Tom Hale signed an executive order that bars agencies from buying coal.",
        [Told("other", ["Tom Hale"], [])],
        id="executive-order",
    ),
    pytest.param(
        "Sens. Ruth Lindqvist, R-Utah; Paul Orr, D-Texas; and Mara Quill, D-Ohio, said in a "
        "statement that the bill goes too far.",
        [Told("statement", ["Ruth Lindqvist", "Paul Orr", "Mara Quill"], [])],
        id="joint-statement",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*LETTERS, *COALITIONS, *BILLS])
def test_finds_who_takes_part(nlp: Language, text: str, expected: list[Told]) -> None:
    assert parties(nlp(text)) == expected


NOTHING = [
    pytest.param("Ruth Lindqvist opened the letter from the bank.", id="a-letter-that-came"),
    pytest.param("Ruth Lindqvist received a letter from the bank.", id="a-letter-received"),
    pytest.param("Ruth Lindqvist got a letter grade in chemistry.", id="a-letter-grade"),
    pytest.param("Paul Orr earned three letters in football.", id="letters-of-sport"),
    pytest.param("Ruth Lindqvist criticized the letter.", id="against-a-letter"),
    pytest.param("Ruth Lindqvist refused to sign the letter.", id="refused"),
    pytest.param("Ruth Lindqvist did not sign the letter.", id="denied"),
    pytest.param("Ruth Lindqvist should sign the letter.", id="asked-to"),
    pytest.param("Ruth Lindqvist wrote to her mother.", id="wrote-to-nobody-known"),
    pytest.param("Paul Orr wore the suit that his father had bought.", id="clothes"),
    pytest.param("Paul Orr followed suit.", id="followed-suit"),
    pytest.param(
        "The company settled the lawsuit that farmers had filed years ago.", id="an-old-suit"
    ),
    pytest.param("The court dismissed the lawsuit.", id="a-suit-dismissed"),
    pytest.param("Ruth Lindqvist has been sued.", id="she-who-is-sued"),
    pytest.param("Ruth Lindqvist threatened to sue.", id="a-threat-to-sue"),
    pytest.param("Ruth Lindqvist has an interest in the lawsuit.", id="in-a-suit-without-saying"),
    pytest.param("Ruth Lindqvist could respond by writing a letter.", id="a-letter-that-may-come"),
    pytest.param("Ruth Lindqvist signed off on the bill.", id="signed-off-on"),
    pytest.param(
        "Ruth Lindqvist urged the Senate to pass a resolution against the toll.",
        id="asked-to-pass-a-resolution",
    ),
    pytest.param("Paul Orr said that Ruth Lindqvist liked his bill.", id="whose-bill-is-open"),
    pytest.param("Paul Orr said his letter was in the mail.", id="his-letter"),
    pytest.param("Gov. Tom Hale's proposal would raise the toll.", id="a-proposal-without-a-bill"),
    pytest.param(
        "The House will vote on the Clean Wells Act. Gov. Tom Hale's plan would raise the toll.",
        id="a-plan-beside-a-named-bill",
    ),
    pytest.param("Ruth Lindqvist joined Paul Orr in attending a dinner.", id="joined-at-dinner"),
    pytest.param("Ruth Lindqvist joined 300 runners at the start.", id="joined-a-crowd"),
    pytest.param("It helps if Ruth Lindqvist sues the agency.", id="a-condition"),
    pytest.param("Ruth Lindqvist joined the debate on the bill.", id="joined-a-debate"),
    pytest.param("Ruth Lindqvist led the opposition to the bill.", id="led-against-a-bill"),
    pytest.param("The bill is endorsed by the Sierra League.", id="endorsed-only"),
    pytest.param("Ruth Lindqvist supports the Second Amendment.", id="the-constitution"),
    pytest.param("Paul Orr leads the bill-drafting office.", id="part-of-a-word"),
    pytest.param("The ruling in Orr v. Lindqvist stands, the case says.", id="an-old-case"),
    pytest.param("Altria Works lost on Altria Works’ motion.", id="a-motion-in-court"),
    pytest.param("Ruth Lindqvist petitioned the Supreme Court to hear her.", id="asked-a-court"),
    pytest.param("Many offices have filed lawsuits against firms.", id="suits-in-general"),
    pytest.param("Paul Orr paid the electricity bill.", id="an-invoice"),
    pytest.param("Ruth Lindqvist voted for the bill.", id="a-vote"),
    pytest.param("Ruth Lindqvist said the bill would never pass.", id="talk-of-a-bill"),
    pytest.param("Ruth Lindqvist could introduce a bill next year.", id="a-bill-that-may-come"),
    pytest.param("Ruth Lindqvist thanked Bill Orr for his help.", id="a-man-called-bill"),
    pytest.param("Paul Orr made a resolution to run more.", id="a-private-resolution"),
    pytest.param("Ruth Lindqvist was brief.", id="brief-the-adjective"),
    pytest.param("Ruth Lindqvist issued a statement on Monday.", id="a-statement-of-one"),
    pytest.param("The band led by Paul Orr played all night.", id="led-but-no-action"),
    pytest.param("The coalition lost the election to Paul Orr.", id="a-coalition-in-power"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_finds_no_action(nlp: Language, text: str) -> None:
    nothing: tuple[ActionNote, ...] = ()
    assert actions_of(nlp(text)) == nothing


SEVERAL = [
    pytest.param(
        "Mayor Ruth Lindqvist sent a letter to the agency. In a separate letter, more than 60 "
        "former judges called the toll a mistake.",
        [
            Told("letter", ["Ruth Lindqvist"], []),
            Told("letter", ["more than 60 former judges"], []),
        ],
        id="a-separate-letter",
    ),
    pytest.param(
        "Mayor Ruth Lindqvist sent a letter to the agency. The letter was signed by Paul Orr. "
        "Lindqvist's letter came on Monday.",
        [Told("letter", ["Ruth Lindqvist"], ["Paul Orr"])],
        id="one-letter-told-three-times",
    ),
    pytest.param(
        "Ohio sued the Department of Energy on Monday. Acme Works filed a lawsuit of its own a "
        "day later.",
        [Told("lawsuit", ["Ohio"], []), Told("lawsuit", ["Acme Works"], [])],
        id="suits-of-two-plaintiffs",
    ),
    pytest.param(
        "On Saturday, 195 Democrats signed a letter to Speaker Tom Hale demanding a vote on the "
        "dam. Paul Orr and Mara Quill wrote their own letter to Hale on Monday.",
        [
            Told("letter", [], ["195 Democrats"]),
            Told("letter", ["Paul Orr", "Mara Quill"], []),
        ],
        id="their-own-letter",
    ),
    pytest.param(
        "Ohio sued the Department of Energy over the dam. The states' lawsuit is only the latest. "
        "On Friday, the watchdog group Clear Wells filed a lawsuit in federal court.",
        [Told("lawsuit", ["Ohio"], []), Told("lawsuit", ["Clear Wells"], [])],
        id="a-suit-by-a-described-group",
    ),
    pytest.param(
        "Rep. Ruth Lindqvist introduced a bill to ban cages. Rep. Paul Orr introduced a bill to "
        "raise the toll.",
        [Told("bill", ["Ruth Lindqvist"], []), Told("bill", ["Paul Orr"], [])],
        id="two-bills",
    ),
    pytest.param(
        "Rep. Ruth Lindqvist led two letters to Acme Works regarding the dam and to Dale Steel "
        "on the toll.",
        [Told("letter", ["Ruth Lindqvist"], []), Told("letter", ["Ruth Lindqvist"], [])],
        id="two-letters-of-one-sentence",
    ),
    pytest.param(
        "Senators Ruth Lindqvist and Paul Orr introduced the Clean Wells Act. “This bill is "
        "overdue,” said Sen. Orr.",
        [Told("bill", ["Ruth Lindqvist", "Paul Orr"], [])],
        id="a-bill-in-a-quotation-is-no-new-one",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_gathers_the_mentions_of_one_action(nlp: Language, text: str, expected: list[Told]) -> None:
    assert parties(nlp(text)) == expected


DIRECTED = [
    pytest.param(
        "Rep. Ruth Lindqvist led a letter to U.S. Secretary of State Tom Hale denouncing the sale.",
        [["Tom Hale"]],
        id="to-with-a-title",
    ),
    pytest.param(
        "Ohio sued the Department of Energy over the dam.", [["Department of Energy"]], id="sued"
    ),
    pytest.param("Acme Works filed a lawsuit against Dale Steel.", [["Dale Steel"]], id="against"),
    pytest.param(
        "Mayor Ruth Lindqvist signed a letter asking Governor Tom Hale to delay the toll.",
        [["Tom Hale"]],
        id="asked",
    ),
    pytest.param(
        "Ohio sued to stop Secretary Tom Hale from closing the dam.", [["Tom Hale"]], id="stopped"
    ),
    pytest.param("Mayor Ruth Lindqvist signed an open letter.", [[]], id="nobody-named"),
]


@pytest.mark.parametrize(("text", "expected"), DIRECTED)
def test_finds_whom_it_is_directed_to(nlp: Language, text: str, expected: list[list[str]]) -> None:
    assert addressees(nlp(text)) == expected


def test_evidence_of_a_member_reaches_from_the_opening_words_to_the_name(nlp: Language) -> None:
    doc = nlp("The letter was signed by Reps. Ruth Lindqvist (OH-01), Paul Orr (TX-02) and others.")
    assert evidence(doc) == [
        {
            "Ruth Lindqvist": "The letter was signed by Reps. Ruth Lindqvist",
            "Paul Orr": "The letter was signed by Reps. Ruth Lindqvist (OH-01), Paul Orr",
        }
    ]


def test_evidence_of_a_member_stays_short_in_a_long_list(nlp: Language) -> None:
    people = ", ".join(f"Ruth Lindqvist{chr(97 + i)} (OH-{i:02})" for i in range(26))
    doc = nlp(f"The letter was signed by Reps. Paul Orr (TX-02), {people}.")
    longest = max(len(text) for text in evidence(doc)[0].values())
    assert 0 < longest <= 600


def test_the_group_gives_count_and_modifier(nlp: Language) -> None:
    (action,) = actions_of(nlp("More than 200 academics have signed a letter urging a ban."))
    assert (action.signer_count, action.count_modifier) == (200, "more than")


TWO = [
    pytest.param(
        "Attorney General Ann Bee of Ohio sued the Harbor Board on Monday over the toll rule. "
        "In January she sued the Water District over the fluoride rule.",
        2,
        id="other-defendant-and-topic",
    ),
    pytest.param(
        "Ohio sued the Energy Department in federal court in Dayton on Feb. 6. On Feb. 20, Ohio "
        "sued the Energy Department in state court in Akron.",
        2,
        id="other-day-and-court",
    ),
    pytest.param(
        "Mayor Ann Bee sent a letter to Governor Tom Hale on Feb. 6 urging him to end the toll. "
        "On Feb. 20 she sent a letter to Secretary Ida Moss urging her to open the dam.",
        2,
        id="letters-to-two",
    ),
    pytest.param(
        "Attorney General Ann Bee sues Harbor Board. Attorney General Ann Bee filed a lawsuit on "
        "Monday against the Harbor Board over the toll rule. Bee filed the suit in federal court.",
        1,
        id="headline-and-text",
    ),
    pytest.param(
        "Ohio sued the Green administration over the toll rule. In a lawsuit filed Monday against "
        "the Energy Department, Ohio argues that the toll rule is unlawful.",
        1,
        id="the-defendant-by-another-name",
    ),
    pytest.param(
        "Ohio sued the Harbor Board on Feb. 6 over the toll rule. Ohio sued the Harbor Board over "
        "the toll rule after talks had failed.",
        1,
        id="told-again",
    ),
]


@pytest.mark.parametrize(("text", "number"), TWO)
def test_two_of_one_plaintiff_stay_two(nlp: Language, text: str, number: int) -> None:
    assert [a.kind.value for a in actions_of(nlp(text))] == [
        "letter" if "letter" in text else "lawsuit"
    ] * number
