"""What each line of a text is for; people are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp import extract
from graphkit.nlp.annotations import as_written
from graphkit.nlp.block_kinds import BlockMark, KindReader, block_marks
from graphkit.nlp.blocks import find_blocks
from graphkit.nlp.datelines import date_in_line, has_dateline
from graphkit.nlp.left_code import CodeReader, code_marks
from graphkit.nlp.menus import is_menu, menu_parts, menu_words
from tests.rdf.builders import make_document

if TYPE_CHECKING:
    from spacy.language import Language

BODY = "The council met by night and went home.\n"


def kinds(nlp: Language, text: str) -> list[str]:
    return [block.kind.value for block in find_blocks(nlp.make_doc(text))]


AFTER_BODY = [
    pytest.param("Share", "menu", id="share-bar"),
    pytest.param("Skip to main content", "menu", id="skip-link"),
    pytest.param("12", "menu", id="page-number"),
    pytest.param("HomeCouncilNewsContactPrivacy", "menu", id="glued-menu"),
    pytest.param("Issues:HarborsSchools", "menu", id="glued-topics"),
    pytest.param("FOR IMMEDIATE RELEASE", "boilerplate", id="release-line"),
    pytest.param("# # #", "boilerplate", id="end-mark"),
    pytest.param("-30-", "boilerplate", id="thirty"),
    pytest.param("ENDS", "boilerplate", id="ends"),
    pytest.param("Related: Mill closes for good", "boilerplate", id="related-story"),
    pytest.param("© 2031 Harbor Herald Ltd", "boilerplate", id="copyright"),
    pytest.param("More from The Harbor Herald", "boilerplate", id="more-from"),
    pytest.param("Media contact: Bo Fenn", "contact", id="media-contact"),
    pytest.param("Bo Fenn, (555) 010-0199, bo@dayton.example", "contact", id="telephone"),
    pytest.param("Ada Wren speaks in Dayton. | AP Photo", "caption", id="agency-behind-bar"),
    pytest.param("By Bo Fenn, Harbor Herald", "byline", id="byline-with-paper"),
    pytest.param("— Bo Fenn", "byline", id="name-behind-dash"),
    pytest.param("Bo Fenn, Cy Dell and Di Fox", "byline", id="names-alone"),
    pytest.param("Write to Bo Fenn at bo@herald.example", "byline", id="reporter's-address"),
    pytest.param("Posted on March 5, 2031", "dateline", id="date-line"),
    pytest.param("Thursday, 5 March 2031", "dateline", id="day-first"),
    pytest.param("What the Harbor Plan Means", "subhead", id="subhead"),
    pytest.param("( Also on HERALD: Mill closes for good)", "boilerplate", id="aside-link"),
    pytest.param("www.dayton.example", "boilerplate", id="address-of-a-page"),
    pytest.param("Page 1 of 3", "boilerplate", id="page-of-pages"),
    pytest.param("A day of long debates", "subhead", id="subhead-like-a-sentence"),
    pytest.param("Ada Wren speaks to the board. (Bo Fenn)", "caption", id="credit-in-brackets"),
    pytest.param("a day of long debates", "body", id="small-letter"),
    pytest.param("A day of long debates and of longer nights went by", "body", id="long-line"),
    pytest.param("Ada Wren speaks to the board (Bo Fenn).", "body", id="brackets-in-a-sentence"),
    pytest.param("Listen to the families of Dayton, she told us at length, before you ever vote "
                 "on this.", "body", id="listen-in-a-sentence"),
    pytest.param("Advertisements ran in all papers.", "body", id="word-goes-on"),
    pytest.param("Share the burden, she said.", "body", id="share-in-a-sentence"),
    pytest.param("McBee of YouTube met DeWitt of LinkedIn.", "body", id="names-with-capitals"),
    pytest.param("Call (555) 010-0199 before the council votes on Monday.", "body",
                 id="telephone-in-a-sentence"),
    pytest.param("She spoke on March 5, 2031 in Dayton.", "body", id="date-in-a-sentence"),
    pytest.param("Bo Fenn and Cy Dell met.", "body", id="names-in-a-sentence"),
    pytest.param("By Monday the plan was dead.", "body", id="by-a-day"),
    pytest.param("DAYTON, Ohio – Mayor Ada Wren Backs the Harbor Plan", "body", id="dateline"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kind"), AFTER_BODY)
def test_kind_of_a_line_after_the_body(nlp: Language, line: str, kind: str) -> None:
    assert kinds(nlp, BODY + line) == ["body", kind]


def test_a_name_under_a_quotation_is_its_speaker(nlp: Language) -> None:
    assert kinds(nlp, "“The harbor stays open.”\n— Bo Fenn") == ["body", "list item"]


def test_names_under_a_contact_go_on_with_it(nlp: Language) -> None:
    text = BODY + "Press contacts:\nBo Fenn\n(555) 010-0199\nThe council met again by day."
    assert kinds(nlp, text) == ["body", "contact", "contact", "contact", "body"]


def test_a_name_below_the_headline_is_the_reporter_s_unless_the_text_speaks_of_it(
    nlp: Language,
) -> None:
    line = "Council Backs the Harbor Plan\nBo Fenn\n"
    assert kinds(nlp, line + BODY) == ["headline", "byline", "body"]
    assert kinds(nlp, f"{line}{BODY}Fenn spoke.") == ["headline", "headline", "body", "body"]


def test_a_long_text_in_one_line_is_body(nlp: Language) -> None:
    text = "The council met and voted. " * 50 + "Bo Fenn contributed to this report."
    assert kinds(nlp, text) == ["body"]


def test_no_name_holds_words_that_a_page_has_glued(nlp: Language) -> None:
    text = (
        "HomeCouncilNewsContactPrivacy\n"
        "Mayor Ada Wren backs the Harbor Act, which keeps the water clean for all of us in the "
        "towns along the river.Read MoreMayor Bo FennMarch 5, 2031 Press Release"
    )
    (read,) = extract(nlp, [make_document(text)])
    assert [p.name for p in read.people] == ["Ada Wren"]


def test_what_a_publisher_says_of_itself_is_boilerplate(nlp: Language) -> None:
    text = f"{BODY}###\nAbout Harbor Watch\nHarbor Watch has fought for harbors since 2011."
    assert kinds(nlp, text) == ["body", "boilerplate", "boilerplate", "boilerplate"]


def test_what_a_text_says_of_its_topic_is_body(nlp: Language) -> None:
    text = f"{BODY}About the Harbor Plan\nThe plan would end the fee."
    assert kinds(nlp, text) == ["body", "subhead", "body"]


def test_a_letter_after_an_end_mark_is_body(nlp: Language) -> None:
    text = f"{BODY}###\nWe urge you to end the harbor fee at once."
    assert kinds(nlp, text) == ["body", "boilerplate", "body"]


def test_signers_are_no_byline(nlp: Language) -> None:
    text = "We urge you to act.\nSincerely,\nAda Wren and Bo Fenn\n— Cy Dell"
    assert kinds(nlp, text) == ["body", "body", "signature", "signature"]


CODE = [
    pytest.param([".bee h2 {", "color: #fff;", "}"], [True] * 3, id="style-rule"),
    pytest.param([".bee {", "Harbor thing", "}"], [True] * 3, id="inside-braces"),
    pytest.param(["function load() {", "return 1", "}"], [True] * 3, id="function"),
    pytest.param(['"author": {', '"name": "Bee"', "}"], [True] * 3, id="json"),
    pytest.param(["<div class='bee'>"], [True], id="tag"),
    pytest.param(
        [".bee {", "The mayor said that the canal would stay open.", "Bee"],
        [True, False, False],
        id="prose-ends-it",
    ),
    pytest.param(["The mayor: “no.”"], [False], id="colon"),
    pytest.param(["Harbors; mills; schools;"], [False], id="semicolons"),
    pytest.param(["<p>The mayor said that the canal would stay open.</p>"], [False], id="text"),
    pytest.param(["She (the mayor) left; he stayed"], [False], id="brackets"),
]


@pytest.mark.parametrize(("lines", "expected"), CODE)
def test_code_left_in_a_text(lines: list[str], expected: list[bool]) -> None:
    reader = CodeReader()
    assert [reader.is_code(line) for line in lines] == expected


DATELINES = [
    pytest.param("DAYTON, Ohio – Mayor Bee spoke", True, id="city"),
    pytest.param("March 3, 2031 (DAYTON) -- Mayor Bee spoke", True, id="date-and-city"),
    pytest.param("DAYTON, Ohio (Bee News) - Mayor Bee spoke", True, id="agency"),
    pytest.param("Mayor Bee – a lawyer – spoke", False, id="aside"),
    pytest.param("The Dayton-Toledo line", False, id="hyphen"),
    pytest.param("DAYTON –", False, id="nothing-follows"),
]


@pytest.mark.parametrize(("line", "expected"), DATELINES)
def test_dateline_of_a_line(line: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert has_dateline(line) is expected


def test_a_date_alone_in_a_line() -> None:
    lines = ("March 5, 2031", "Published: 2031-03-05", "Ada Wren, March 5, 2031", "No date")
    assert [date_in_line(line) is not None for line in lines] == [True, True, False, False]


def test_a_menu_is_parted_from_the_text_of_its_line(nlp: Language) -> None:
    text = "HomeCouncilNewsContactPrivacy Mayor Ada Wren met the whole council on Monday."
    doc = nlp.make_doc(text)
    found = [(b.kind.value, as_written(doc, *b.tokens)) for b in find_blocks(doc)]
    menu, body = text.split(" ", 1)
    assert found == [("menu", menu), ("body", body)]


FURNITURE = [
    pytest.param("Related: Mayor Bo Fenn opposes the Canal Act", id="related"),
    pytest.param("HomeMayor Bo FennPress ReleasesContactPrivacy Policy", id="menu"),
    pytest.param("Media contact: Mayor Bo Fenn, (555) 010-0199", id="contact"),
    pytest.param("Mayor Bo Fenn opposes the Canal Act. Photo by Cy Dell", id="caption"),
    pytest.param("By Bo Fenn", id="byline"),
    pytest.param("© 2031 Bo Fenn Opposes Canal Act", id="copyright"),
    pytest.param("new Opposer('Bo Fenn').opposes('Canal Act');", id="script"),
]


@pytest.mark.parametrize("line", FURNITURE)
def test_nothing_is_read_from_what_stands_around_a_text(nlp: Language, line: str) -> None:
    body = "Mayor Ada Wren backs the Harbor Act.\n\n"
    plain, framed = (next(extract(nlp, [make_document(t)])) for t in (body, f"{body}{line}\n"))
    assert [p.name for p in framed.people] == [p.name for p in plain.people]
    assert framed.organizations == ()
    assert [p.name for p in framed.policies] == [p.name for p in plain.policies]
    assert len(framed.stances) == len(plain.stances)


@pytest.mark.parametrize("mark", block_marks(), ids=lambda m: m.text)
def test_each_mark_fits_its_example(mark: BlockMark) -> None:
    expected = "body" if mark.kind == "closing" else mark.kind
    assert KindReader("").kind(mark.example) == expected


def test_each_sign_of_code_is_in_its_example() -> None:
    assert [p.pattern for p, example in code_marks() if not p.search(example)] == []


def test_each_word_of_a_menu_is_one() -> None:
    assert [word for word in menu_words() if not is_menu(word)] == []


@pytest.mark.parametrize("text", ["Aa" * 50_000, "a.b#c " * 20_000, "{" * 100_000, "A a" * 50_000])
def test_long_lines_take_little_time(text: str) -> None:
    KindReader("").kind(text)
    menu_parts(text)
    has_dateline(text)
