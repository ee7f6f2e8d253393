"""The page of `graphkit explain`: its markup, and how it behaves in a real browser."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from graphkit.ids import ActorId, DocumentId, StanceId, TargetId
from graphkit.records import (
    Document,
    Evidence,
    EvidenceKind,
    ExplainedStance,
    Explanation,
    Mark,
    MarkKind,
    Polarity,
    Reason,
    RuleWords,
    SignStep,
    Span,
    Stance,
    Term,
)
from graphkit.viz import render_explanation
from tests.viz.test_page_in_browser import COLOURS, contrast

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

D = DocumentId("document/d")
TEXT = "Ann Bee urged us to end the fee.\n\n🚢 “The fee is cruel,” Bee said. Dee backs it.\n"


def span(words: str, nth: int = 0, text: str = TEXT) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(document=D, start=start, end=start + len(words))


def document(text: str, title: str | None = "A fee") -> Document:
    return Document(
        id=D, source="d", text=text, sha256="0", text_cluster="c", path="d.txt", title=title  # type: ignore[arg-type]
    )  # fmt: skip


def stance(number: int, holder: str, *evidence: Span, polarity: Polarity) -> Stance:
    return Stance(
        id=StanceId(f"stance/{number}"),
        holder=ActorId(holder),
        target=TargetId("policy/fee"),
        polarity=polarity,
        confidence=0.9,
        evidence=tuple(Evidence(span=e, kind=EvidenceKind.NARRATED) for e in evidence),
    )


def mark(kind: MarkKind, where: Span, label: str = "", *refs: str) -> Mark:
    return Mark(kind=kind, span=where, label=label, refs=refs)


EVIDENCE = "Ann Bee urged us to end the fee"


def example() -> Explanation:
    """Return two stances: one with a reason and two pieces of evidence, and one without."""
    reason = Reason(
        rule="verb to",
        cue=span("urged"),
        steps=(SignStep(span=span("end"), effect="inverts"),),
    )
    first = stance(1, "person/bee", span(EVIDENCE), span("fee is cruel"), polarity=Polarity.OPPOSES)
    bee = ExplainedStance(
        number=1,
        stance=Stance(
            **{f: getattr(first, f) for f in Stance.__slots__ if f != "reason"}, reason=reason
        ),
        holder="Ann Bee",
        target="the fee",
        office="Mayor",
        rule=RuleWords(sentence="A verb.", example="They urged it."),
        terms=(
            Term(feature="prior", words="how sure it is", value=2.0, weight=1.5),
            Term(feature="turned", words="how often it turns", value=1.0, weight=0.0),
        ),
        bias=-0.8,
    )
    dee = ExplainedStance(
        number=2,
        stance=stance(2, "person/dee", span("Dee backs it"), polarity=Polarity.SUPPORTS),
        holder="Dee",
        target="the fee",
    )
    marks = (
        mark(MarkKind.EVIDENCE, span(EVIDENCE), "", "stance/1"),
        mark(MarkKind.PERSON, span("Ann Bee"), "Ann Bee", "person/bee"),
        mark(MarkKind.CUE, span("urged"), "", "stance/1"),
        mark(MarkKind.STEP, span("end"), "inverts", "stance/1"),
        mark(MarkKind.POLICY, span("the fee"), "the fee", "policy/fee"),
        mark(MarkKind.STATEMENT, span("The fee is cruel"), "Ann Bee", "statement/s"),
        mark(MarkKind.POLICY, span("The fee"), "the fee", "policy/fee"),
        mark(MarkKind.EVIDENCE, span("fee is cruel"), "", "stance/1"),
        mark(MarkKind.PERSON, span("Bee", 1), "Ann Bee", "person/bee"),
        mark(MarkKind.EVIDENCE, span("Dee backs it"), "", "stance/2"),
        mark(MarkKind.PERSON, span("Dee"), "Dee", "person/dee"),
    )
    return Explanation(document=document(TEXT), marks=marks, stances=(bee, dee), left_out=1)


def text_of(html: str) -> str:
    """Return the characters of the text in the page, without the numbers of stances."""
    body = html.split('id="text">', 1)[1].split("</div>", 1)[0]
    body = re.sub(r'<span class="links">.*?</span>', "", body)
    return unescape(re.sub(r"<[^>]+>", "", body))


def test_the_page_is_the_same_each_time_and_asks_nothing_of_the_network() -> None:
    html = render_explanation(example())

    assert html == render_explanation(example())
    assert re.findall(r'(?:src|href)="(?!#)[^"]*"', html) == []
    assert "default-src 'none'; script-src 'sha256-" in unescape(html)
    assert "url(" not in html


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        " leading, and a   run of spaces\n\n\n",
        "<b>&amp; \"quotes\" 'here'</b><script>globalThis.hacked=1</script>",
        "{{ 7 * 7 }}{% raw %}",
        "e\u0301galit\u00e9 🚢🚢 \u05e9\u05dc\u05d5\u05dd",
    ],
)
def test_the_text_is_kept_to_the_character_whatever_is_marked(text: str) -> None:
    spans = [
        Span(document=D, start=at, end=min(at + 7, len(text))) for at in range(0, len(text), 3)
    ]
    marks = tuple(mark(MarkKind.PERSON, s, "x", "person/x") for s in spans)

    for shown in (marks, ()):
        html = render_explanation(Explanation(document=document(text), marks=shown))
        assert text_of(html) == text


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [(0, "No stance was found in this text."), (3, "No stance is shown: 3 are below")],
)
def test_a_text_without_stances_says_so(left_out: int, expected: str) -> None:
    html = render_explanation(Explanation(document=document("It rained."), left_out=left_out))

    assert expected in html


def test_many_stances_at_one_place_have_few_links() -> None:
    stances = tuple(
        ExplainedStance(
            number=n,
            stance=stance(n, "person/bee", span("fee"), polarity=Polarity.OPPOSES),
            holder="Bee",
            target="fee",
        )
        for n in range(1, 1001)
    )
    refs = tuple(s.stance.id for s in stances)
    shown = Explanation(
        document=document(TEXT),
        marks=(mark(MarkKind.EVIDENCE, span("fee"), "", *refs),),
        stances=stances,
    )

    links = re.findall(r'<a href="#stance-(\d+)"[^>]*>([^<]*)</a>', render_explanation(shown))

    assert links == [*((str(n), str(n)) for n in range(1, 7)), ("7", "+994")]


# ---- in the browser -----------------------------------------------------------------------------


def open_page(page: Page, folder: Path, explanation: Explanation) -> None:
    path = folder / "explained.html"
    path.write_text(render_explanation(explanation), encoding="utf-8")
    page.goto(path.as_uri())
    page.wait_for_selector('html[data-ready="true"]', timeout=20_000)


def shown(page: Page, look: str) -> list[str]:
    return page.locator(f"#text .{look}").all_inner_texts()


@pytest.mark.browser
def test_a_click_on_a_stance_shows_it_in_the_text(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, example())

    page.locator(".pick").first.click()

    assert "".join(shown(page, "on")) == f"{EVIDENCE}fee is cruel"
    assert shown(page, "on-cue") == ["urged"]
    assert shown(page, "on-step") == ["end"]
    assert shown(page, "on-holder") == ["Ann Bee", "Bee"]
    assert shown(page, "on-target") == ["the fee", "The ", "fee"]
    page.keyboard.press("Escape")
    assert (shown(page, "on"), shown(page, "on-cue")) == ([], [])


@pytest.mark.browser
def test_the_keyboard_reaches_each_stance_and_shows_it(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, example())
    seen = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.add("".join(shown(page, "on")))

    assert seen >= {f"{EVIDENCE}fee is cruel", "Dee backs it"}
    assert page.locator('.pick[aria-pressed="true"]').count() <= 1


@pytest.mark.browser
def test_a_number_in_the_text_leads_to_its_stance(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, example())

    page.locator("#text a", has_text="2").click()
    page.wait_for_selector("#stance-2.chosen")  # the browser tells of a new address later

    assert shown(page, "on") == ["Dee", " backs it"]
    assert page.evaluate("document.activeElement.closest('article').id") == "stance-2"


@pytest.mark.browser
def test_a_click_on_words_tells_what_they_were_taken_for(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, example())

    page.locator("#text .m", has_text="fee").nth(1).click()

    assert page.locator("#here").inner_text() == (
        "quotation or reported speech: Ann Bee · policy: the fee · words for stance 1"
    )


@pytest.mark.browser
def test_a_name_of_the_list_is_shown_wherever_it_stands(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, example())

    page.locator(".things summary", has_text="person").click()
    page.locator(".thing", has_text="Ann Bee").click()

    assert shown(page, "on-thing") == ["Ann Bee", "Bee"]


@pytest.mark.browser
def test_a_box_hides_the_marks_of_its_kind(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, example())
    line = """() => {
      const marked = document.querySelector('#text .policy');
      return getComputedStyle(marked).getPropertyValue('--policy');
    }"""
    before = page.evaluate(line)

    page.get_by_role("checkbox", name="policy").uncheck()

    assert before != "transparent"
    assert page.evaluate(line) == "transparent"
    page.get_by_role("checkbox", name="words for a stance").uncheck()
    assert page.locator("#text .links").first.is_hidden()


@pytest.mark.browser
def test_rule_and_features_are_told(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, example())
    card = page.locator("#stance-1")

    card.locator("summary").click()

    assert card.locator("mark").all_inner_texts() == ["urged", "end"]
    assert card.locator(".trail").inner_text() == "urged (supports) → end (turns) → opposes the fee"
    assert card.locator("tbody tr").all_inner_texts() == [
        "how sure it is prior\t2.00\t1.50\t+3.00",
        "what every stance begins with bias\t\t\t-0.80",
    ]
    assert "Weigh nothing: turned" in card.inner_text()
    assert page.locator("#stance-2").inner_text().endswith("What read the text tells no rule.")


HOSTILE = (
    "<img src=x onerror=globalThis.hacked=1>",
    "</script><script>globalThis.hacked=1</script>",
    "</style><style>body{display:none}</style>",
    "\"'`--><svg onload=globalThis.hacked=1>",
    "\u202eevil\u202c \u05d0\u05d1 \x1b[31m",
    "x" * 3000,
    "__proto__",
)


@pytest.mark.browser
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_harmless(page: Page, tmp_path: Path, words: str) -> None:
    whole = Span(document=D, start=0, end=len(words))
    told = ExplainedStance(
        number=1,
        stance=stance(1, words, whole, polarity=Polarity.OPPOSES),
        holder=words,
        target=words,
        office=words,
    )
    marks = (
        mark(MarkKind.PERSON, whole, words, words),
        mark(MarkKind.EVIDENCE, whole, "", "stance/1"),
    )
    page.set_viewport_size({"width": 400, "height": 800})
    open_page(
        page, tmp_path, Explanation(document=document(words, words), marks=marks, stances=(told,))
    )

    page.locator(".pick").click()
    page.locator("#text .m").first.click()
    page.locator(".things summary").click()

    assert page.evaluate("globalThis.hacked") is None
    assert page.locator("img, svg, #text script").count() == 0
    assert page.locator("#text .m").text_content() == words
    assert page.locator("#here").text_content() == f"person: {words} · words for stance 1"
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


@pytest.mark.browser
def test_a_narrow_screen_has_everything_and_no_sideways_scroll(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    open_page(page, tmp_path, example())
    for summary in page.locator("summary").all():
        summary.click()

    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    page.locator(".pick").nth(1).click()
    assert page.locator("#text .on").first.is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_lines_keep_their_contrast(page: Page, tmp_path: Path, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    open_page(page, tmp_path, example())
    grounds, inks = (
        ("ground", "panel"),
        ("text", "quiet", "accent", "supports", "opposes", "neutral"),
    )
    lines = ("person", "organization", "government", "party", "group", "policy-ink", "action-ink",
             "statement-ink", "day-ink")  # fmt: skip
    colours = page.evaluate(COLOURS, [*grounds, "mark", "tint", *inks, *lines])

    for ground in grounds:
        for ink in inks:
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    for ground in ("mark", "tint"):
        assert contrast(colours["text"], colours[ground]) >= 4.5, ground
    for line in lines:
        assert contrast(colours[line], colours["ground"]) >= 3, line


@pytest.mark.browser
def test_without_stances_the_page_is_ready_and_says_so(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, Explanation(document=document("It rained.", None)))

    assert page.locator("h1").inner_text() == "d.txt"
    assert page.locator("#empty").inner_text() == "No stance was found in this text."
    assert page.locator("#text").text_content() == "It rained."


@pytest.mark.browser
def test_paper_is_light_and_has_every_stance(page: Page, tmp_path: Path) -> None:
    page.emulate_media(color_scheme="dark")
    open_page(page, tmp_path, example())
    page.emulate_media(media="print", color_scheme="dark")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    assert page.locator(".stance:visible").count() == 2
    assert not page.locator(".legend input").first.is_visible()
