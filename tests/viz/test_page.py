from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys

import pytest

from graphkit.analysis import compute_layout
from graphkit.errors import GraphkitError
from graphkit.records import PositionSet
from graphkit.viz import render_page
from tests.analysis.examples import (
    SUPPORTS,
    Row,
    demo_positions,
    entity,
    make_positions,
)

IN_ANOTHER_PROCESS = """
import hashlib
from tests.viz.test_page import demo_page
print(hashlib.sha256(demo_page().encode("utf-8")).hexdigest())
"""
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028\u2029\"'&amp;{{ 7*7 }}"
)


def demo_page() -> str:
    positions = demo_positions()
    return render_page(positions, layout=compute_layout(positions), title="A debate")


def hostile_page() -> str:
    people = [entity("person/a", HOSTILE), entity("policy/p", HOSTILE)]
    rows = [Row("person/a", SUPPORTS, "policy/p", quotes=(HOSTILE,), capacity=HOSTILE)]
    positions = make_positions(rows, entities=people, prefix=HOSTILE)
    return render_page(positions, layout=compute_layout(positions), title=HOSTILE)


def embedded(page: str) -> dict[str, list[dict[str, object]]]:
    found = DATA.search(page)
    assert found is not None
    data: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return data


@pytest.mark.parametrize("hash_seed", ["1", "77"])
def test_another_process_with_another_hash_seed_writes_the_same_bytes(hash_seed: str) -> None:
    found = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", IN_ANOTHER_PROCESS],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == hashlib.sha256(demo_page().encode("utf-8")).hexdigest()


def test_the_policy_allows_the_scripts_of_the_page_and_nothing_else() -> None:
    page = demo_page()
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found is not None
    policy = found[1].replace("&#39;", "'")
    scripts = SCRIPT.findall(page)
    hashes = [
        f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'"
        for s in scripts
    ]
    assert len(hashes) == 2
    assert f"script-src {' '.join(hashes)};" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_no_element_loads_anything() -> None:
    page = SCRIPT.sub("", demo_page())
    assert re.findall(r"<(?:link|img|iframe|object|embed|base|audio|video)\b", page) == []
    assert re.findall(r"\bsrc\s*=", page) == []
    assert re.findall(r"@import|url\(", page) == []
    links = set(re.findall(r'href="([^"]*)"', page))
    assert links == {"https://example.org/fares", "https://example.org/letter"}


def test_hostile_words_end_no_script_and_make_no_element() -> None:
    page = hostile_page()
    assert len(SCRIPT.findall(page)) == 2
    assert page.count("</script>") == 3
    assert "<img" not in page
    assert "49" not in re.findall(r"<title>(.*?)</title>", page)[0]


def test_hostile_words_arrive_unchanged_in_the_data() -> None:
    data = embedded(hostile_page())
    (stance,) = data["stances"]
    quotes = stance["quotes"]
    assert isinstance(quotes, list)
    assert quotes[0]["exact"] == quotes[0]["prefix"] == stance["office"] == HOSTILE
    assert {node["name"] for node in data["nodes"]} == {HOSTILE}


@pytest.mark.parametrize("sign", ["<", ">", "&", "\u2028", "\u2029"])
def test_signs_that_matter_to_html_or_javascript_are_escaped_in_the_data(sign: str) -> None:
    found = DATA.search(hostile_page())
    assert found is not None
    assert sign not in found[1]


def test_lone_surrogates_do_not_break_the_file() -> None:
    positions = make_positions([Row("person/a", SUPPORTS, "policy/p", quotes=("a\ud800b",))])
    page = render_page(positions, layout=compute_layout(positions))
    assert "a\ufffdb" in page.encode("utf-8").decode("utf-8")


def test_the_table_has_each_stance_with_its_words() -> None:
    page = demo_page()
    assert page.count("<tr data-stance=") == 14
    assert '<q dir="auto">I was wrong on the noise rule.</q>' in page
    assert '<th scope="col"' in page
    assert '<th scope="row">' in page


def test_counts_and_filter_are_on_the_page() -> None:
    assert "7 actors · 3 policies · 14 stances · 3 documents" in demo_page()
    positions = make_positions([Row("person/a", SUPPORTS, "policy/p")])
    page = render_page(positions, layout=compute_layout(positions), min_confidence=0.25)
    assert "1 actor · 1 policy · 1 stance · 1 document<" in page
    assert 'value="0.25"' in page


def test_an_empty_set_gives_a_page_that_says_so() -> None:
    page = render_page(PositionSet(), layout={})
    assert "There is nothing to draw: no stance was found." in page
    assert "vis-network" not in page
    assert len(page) < 20_000


def test_a_layout_of_other_positions_is_refused() -> None:
    with pytest.raises(GraphkitError, match="the layout has no place for"):
        render_page(demo_positions(), layout={"person/other": (0.0, 0.0)})


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_a_confidence_outside_its_range_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match=r"not in \[0, 1\]"):
        render_page(PositionSet(), layout={}, min_confidence=confidence)
