"""The page in a real browser: the `page` fixture has no network and fails on any console error."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from graphkit.analysis import compute_layout
from graphkit.records import PositionSet
from graphkit.viz import render_page
from tests.analysis.examples import (
    BRANDT,
    DEMO_ENTITIES,
    FARES,
    MARLOWE,
    NOISE,
    SUPPORTS,
    Row,
    demo_positions,
    entity,
    large_positions,
    make_positions,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

HOSTILE_LABELS = (
    "<img src=x onerror=globalThis.hacked=1>",
    "</script><script>globalThis.hacked=1</script>",
    "\"'`--><svg onload=globalThis.hacked=1>",
    "\u202eevil\u202c \u200f\u05d0\u05d1\u05d2",
    "very long name " * 60,
    "x" * 3000,
    "__proto__",
    "\x00\x1b[31m\ufeff",
)
PAINTED = """() => {
  const canvas = document.querySelector('canvas');
  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  const colours = new Set();
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3] > 200) colours.add(`${pixels[i]},${pixels[i + 1]},${pixels[i + 2]}`);
  }
  return colours.size;
}"""
EDGE_MIDDLE = """(wanted) => {
  const { network } = globalThis.graphkit;
  const names = new Map(network.body.data.nodes.get().map((node) => [node.id, node.label]));
  const edge = Object.values(network.body.edges).find((e) =>
    names.get(e.fromId) === wanted[0] && names.get(e.toId) === wanted[1]
    && String(e.options.dashes) === String(wanted[2]));
  const at = network.canvasToDOM(edge.edgeType.getPoint(0.35));
  const box = document.querySelector('canvas').getBoundingClientRect();
  return [box.left + at.x, box.top + at.y];
}"""
NODE_PLACE = """(wanted) => {
  const { network } = globalThis.graphkit;
  const node = network.body.data.nodes.get().find((one) => one.label === wanted);
  const at = network.canvasToDOM(network.getPosition(node.id));
  const box = document.querySelector('canvas').getBoundingClientRect();
  return [box.left + at.x, box.top + at.y];
}"""
VISIBLE_EDGES = """() => {
  const { edges } = globalThis.graphkit.network.body.data;
  return edges.get().filter((edge) => !edge.hidden).length;
}"""
COLOURS = """(names) => {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(names.map((n) => [n, style.getPropertyValue(`--${n}`).trim()]));
}"""


def open_page(page: Page, folder: Path, positions: PositionSet, **options: float) -> None:
    """Write the page to a file, open it from there, and wait until it is drawn."""
    html = render_page(positions, layout=compute_layout(positions), **options)  # type: ignore[arg-type]
    path = folder / "graph.html"
    path.write_text(html, encoding="utf-8")
    page.goto(path.as_uri())
    page.wait_for_selector('html[data-ready="true"]', timeout=20_000)


def click(page: Page, script: str, wanted: object) -> None:
    x, y = page.evaluate(script, wanted)
    page.mouse.click(x, y)


def card_text(page: Page) -> str:
    return page.locator("#card").inner_text()


def test_it_is_drawn_when_it_says_so(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, demo_positions())
    assert page.evaluate(PAINTED) > 20


def test_it_is_not_ready_before_it_is_drawn(page: Page, tmp_path: Path) -> None:
    page.add_init_script(
        f"""new MutationObserver(() => {{
          if (document.documentElement.dataset.ready && globalThis.colours === undefined) {{
            globalThis.colours = ({PAINTED})();
          }}
        }}).observe(document, {{ attributes: true, subtree: true }});"""
    )
    open_page(page, tmp_path, demo_positions())
    assert page.evaluate("globalThis.colours") > 20


def test_a_click_on_a_line_shows_the_words_and_their_source(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, demo_positions())
    click(page, EDGE_MIDDLE, ["Inés Marlowe", "ferry fare plan", False])
    marks = page.locator("#card mark").all_inner_texts()
    assert sorted(marks) == [
        "I stand by every line of it.",
        "The ferry fare plan is the fairest thing we can do for the islands.",
    ]
    link = page.locator("#card .source a").first
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("href") in {"https://example.org/fares", "https://example.org/letter"}
    shown = card_text(page)
    for words in (
        "Inés Marlowe supports ferry fare plan",
        "The speaker added:",
        "The hall was full.",
        "Harbor Courier",
        "2026-03-14",
        "speaking as Governor, Maine",
        "direct quotation",
        "confidence 0.94",
        "unreviewed",
    ):
        assert words in shown


def test_a_click_on_the_opposing_line_of_the_same_pair_shows_the_other_words(
    page: Page, tmp_path: Path
) -> None:
    open_page(page, tmp_path, demo_positions())
    click(page, EDGE_MIDDLE, ["Lise Brandt", "night noise rule", [9, 6]])
    assert page.locator("#card mark").all_inner_texts() == ["I was wrong on the noise rule."]


def test_a_click_on_a_node_lists_its_stances_and_on_nothing_closes_the_card(
    page: Page, tmp_path: Path
) -> None:
    open_page(page, tmp_path, demo_positions())
    click(page, NODE_PLACE, "Tunde Okafor")
    assert page.locator("#card-title").inner_text() == "Tunde Okafor"
    assert "person · Attorney General, Oregon · Republican" in card_text(page)
    assert page.locator("#card mark").all_inner_texts() == [
        "We will fight this plan",
        "in every court that will hear us.",
        "We have said so before.",
    ]
    page.mouse.click(5, page.locator("canvas").bounding_box()["y"] + 5)  # type: ignore[index]
    assert page.locator("#card-title").inner_text() == "Whose words?"


def test_the_quote_is_marked_between_its_prefix_and_suffix_to_the_character(
    page: Page, tmp_path: Path
) -> None:
    exact = "Fähren 🚢 für alle — e\u0301galité, \u05e9\u05dc\u05d5\u05dd!"
    rows = [Row(MARLOWE, SUPPORTS, FARES, quotes=(exact,))]
    positions = make_positions(rows, entities=DEMO_ENTITIES, prefix="🚢🚢 Vor: ")
    open_page(page, tmp_path, positions)
    click(page, EDGE_MIDDLE, ["Inés Marlowe", "ferry fare plan", False])
    assert page.locator("#card mark").text_content() == exact
    whole = page.locator("#card blockquote").text_content()
    assert whole == f"🚢🚢 Vor: {exact} The hall was full."


def test_search_works_with_the_keyboard_alone(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, demo_positions())
    page.keyboard.press("/")
    page.keyboard.type("ines")
    options = page.get_by_role("option")
    assert options.count() == 1
    assert page.locator("#search").get_attribute("aria-expanded") == "true"
    page.keyboard.press("Enter")
    assert page.locator("#card-title").inner_text() == "Inés Marlowe"
    page.wait_for_timeout(500)
    x, y = page.evaluate(NODE_PLACE, "Inés Marlowe")
    box = page.locator("canvas").bounding_box()
    assert box is not None
    assert abs(x - box["x"] - box["width"] / 2) < 3
    assert abs(y - box["y"] - box["height"] / 2) < 3
    page.keyboard.press("Escape")
    assert page.locator("#search").input_value() == ""
    assert page.locator("#card-title").inner_text() == "Whose words?"


def test_arrow_keys_choose_among_suggestions(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, demo_positions())
    page.locator("#search").fill("o")
    chosen = page.locator('[role=option][aria-selected="true"]')
    first = chosen.inner_text()
    page.keyboard.press("ArrowDown")
    assert chosen.count() == 1
    assert chosen.inner_text() != first
    active = page.locator("#search").get_attribute("aria-activedescendant")
    assert chosen.get_attribute("id") == active
    page.keyboard.press("ArrowUp")
    assert chosen.inner_text() == first


def test_search_finds_other_names_and_says_when_it_finds_none(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, demo_positions())
    page.locator("#search").fill("ms. mar")
    assert page.get_by_role("option").all_inner_texts()[0].startswith("Inés Marlowe")
    page.locator("#search").fill("qqq")
    assert page.get_by_role("option").all_inner_texts() == ["Nothing by that name"]
    page.keyboard.press("Enter")
    assert page.locator("#card-title").inner_text() == "Whose words?"


def test_the_filter_hides_lines_rows_and_counts(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, demo_positions())
    assert page.locator("#status").inner_text() == "13 of 14 stances shown"
    assert page.evaluate(VISIBLE_EDGES) == 12
    page.get_by_role("checkbox", name="opposes").uncheck()
    assert page.locator("#status").inner_text() == "8 of 14 stances shown"
    page.locator("#confidence").fill("0.9")
    assert page.locator("#status").inner_text() == "2 of 14 stances shown"
    assert page.evaluate(VISIBLE_EDGES) == 2
    page.get_by_role("button", name="Table").click()
    assert page.locator("tbody tr:visible").count() == 2


def test_the_slider_starts_at_the_given_confidence(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, demo_positions(), min_confidence=0.0)
    assert page.locator("#status").inner_text() == "14 of 14 stances shown"
    assert page.locator("#confidence-value").inner_text() == "0.00"


def test_a_filter_that_leaves_nothing_says_so(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, demo_positions(), min_confidence=1.0)
    assert page.locator("#filtered-out").is_visible()
    page.locator("#confidence").fill("0.5")
    assert not page.locator("#filtered-out").is_visible()


def test_a_card_tells_how_many_stances_the_filter_hides(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, demo_positions())
    page.locator("#search").fill("Gus Holt")
    page.keyboard.press("Enter")
    assert page.locator("#card .stance").count() == 1
    assert "1 stance is hidden by the filter." in card_text(page)


def test_the_table_holds_all_stances_and_sorts(page: Page, tmp_path: Path) -> None:
    positions = demo_positions()
    open_page(page, tmp_path, positions, min_confidence=0.0)
    page.get_by_role("button", name="Table").click()
    assert page.get_by_role("row").count() == 1 + len(positions.stances)
    assert page.get_by_role("columnheader").count() == 10
    words = page.locator("td q").all_inner_texts()
    expected = [quote.exact for quotes in positions.quotes.values() for quote in quotes]
    assert sorted(words) == sorted(expected)
    page.get_by_role("button", name="Confidence").click()
    values = [float(text) for text in page.locator("td.number").all_inner_texts()]
    assert values == sorted(values)
    assert page.locator("th[data-number]").get_attribute("aria-sort") == "ascending"


@pytest.mark.parametrize("label", HOSTILE_LABELS)
def test_hostile_labels_are_harmless(page: Page, tmp_path: Path, label: str) -> None:
    people = [entity("person/a", label), entity("policy/p", f"{label} policy")]
    rows = [Row("person/a", SUPPORTS, "policy/p", quotes=(label,), capacity=label)]
    positions = make_positions(rows, entities=people, prefix=label)
    open_page(page, tmp_path, positions)
    page.locator("#search").fill(label[:200])
    page.locator("#search").fill("policy")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Table").click()
    assert page.evaluate("globalThis.hacked") is None
    assert page.locator("img").count() == 0
    assert page.locator("main svg[onload], main script").count() == 0
    assert page.evaluate("document.scripts.length") == 3
    expected = label.replace("\x00", "")
    assert page.locator("tbody td q").text_content() == expected


def test_a_narrow_screen_has_everything_and_no_sideways_scroll(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    open_page(page, tmp_path, demo_positions())
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    box = page.locator("canvas").bounding_box()
    assert box is not None
    assert box["height"] > 250
    click(page, EDGE_MIDDLE, ["Lise Brandt", "Sea Cable Protection\nAct", False])
    assert page.locator("#card mark").inner_text() == "Cables under the sea need a law above it."
    page.get_by_role("button", name="Table").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_an_empty_page_says_so_and_is_ready(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, PositionSet())
    assert "no stance was found" in page.locator("#empty").inner_text()
    assert page.locator("canvas").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_lines_keep_their_contrast(page: Page, tmp_path: Path, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    open_page(page, tmp_path, demo_positions())
    inks = ("text", "quiet", "accent", "supports", "opposes", "neutral")
    colours = page.evaluate(COLOURS, ["ground", "panel", *inks])
    for ground in ("ground", "panel"):
        for name in inks:
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two #rrggbb colours (WCAG 2.2, 1.4.3)."""

    def luminance(colour: str) -> float:
        channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_paper_is_light_and_has_the_table(page: Page, tmp_path: Path) -> None:
    page.emulate_media(color_scheme="dark")
    open_page(page, tmp_path, demo_positions())
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    assert page.locator("table").is_visible()
    assert not page.locator("#tools").is_visible()


def test_a_thousand_nodes_are_drawn_soon(page: Page, tmp_path: Path) -> None:
    positions = large_positions(950, 50)
    layout = {key: (160.0 * (n % 40), 80.0 * (n // 40)) for n, key in enumerate(positions.entities)}
    path = tmp_path / "large.html"
    path.write_text(render_page(positions, layout=layout), encoding="utf-8")
    start = perf_counter()
    page.goto(path.as_uri())
    page.wait_for_selector('html[data-ready="true"]', timeout=20_000)
    # The aim is 2 s on an idle machine, see benchmarks/page.md; tests share theirs with others.
    assert perf_counter() - start < 6.0
    assert page.evaluate(PAINTED) > 20


def test_ids_of_the_demo_are_not_shown_as_names(page: Page, tmp_path: Path) -> None:
    open_page(page, tmp_path, demo_positions())
    shown = page.locator("body").inner_text()
    assert [key for key in (BRANDT, FARES, NOISE) if key in shown] == []
