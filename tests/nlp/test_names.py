"""Parts of names, tags, places and credits; all people are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import LexiconError
from graphkit.nlp.credits import credit_patterns, credit_ranges
from graphkit.nlp.federal_bodies import federal_bodies, names_federal_body
from graphkit.nlp.jurisdictions import gazetteer
from graphkit.nlp.lexicons import parse_table
from graphkit.nlp.names import (
    PersonName,
    given_names,
    given_names_agree,
    is_glued,
    name_run,
    parse_name,
    same_family,
)
from graphkit.nlp.parties import parties
from graphkit.nlp.party_tags import tag_after
from graphkit.nlp.phrase_table import PhraseTable
from graphkit.nlp.titles import title_before, title_tables

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ada Wren", PersonName("ada", ("wren",)), id="two"),
        pytest.param(
            "Edward R. Moss, Jr.", PersonName("edward", ("moss",), "r", "jr"), id="initial-suffix"
        ),
        pytest.param("Paul “Buddy” Reed", PersonName("paul", ("reed",)), id="nickname"),
        pytest.param("José Peña", PersonName("jose", ("pena",)), id="accents"),
        pytest.param("Ana de la Cruz", PersonName("ana", ("de", "la", "cruz")), id="particles"),
        pytest.param("de la Cruz", PersonName(None, ("de", "la", "cruz")), id="particles-first"),
        pytest.param("Reed", PersonName(None, ("reed",)), id="one"),
        pytest.param("...", None, id="nothing"),
    ],
)
def test_parse_name(text: str, expected: PersonName | None) -> None:
    assert parse_name(text) == expected


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        pytest.param("edward", "ed", True, id="short-form"),
        pytest.param("william", "bill", True, id="nickname"),
        pytest.param("p", "paul", True, id="initial"),
        pytest.param("paul", "peter", False, id="other-name"),
        pytest.param("ann", "dan", False, id="letters-in-common"),
        pytest.param("q", "paul", False, id="other-initial"),
    ],
)
def test_given_names_agree(first: str, second: str, agree: bool) -> None:  # noqa: FBT001 - a table
    assert given_names_agree(first, second) is agree


@pytest.mark.parametrize(
    ("word", "glued"),
    [
        pytest.param("MoreRep", True, id="menu"),
        pytest.param("AvenueLena", True, id="street-and-town"),
        pytest.param("McWren", False, id="prefix"),
        pytest.param("MaryAnn", False, id="given-names"),
        pytest.param("Wren", False, id="plain"),
        pytest.param("WREN", False, id="capitals"),
        pytest.param("JP", False, id="initials"),
    ],
)
def test_glued_words(word: str, glued: bool) -> None:  # noqa: FBT001 - a table
    assert is_glued(word) is glued


def test_the_end_of_a_family_name_is_the_same_family() -> None:
    full = PersonName("debbie", ("marsh", "kline"))
    assert same_family(full, PersonName(None, ("kline",)))
    assert not same_family(full, PersonName(None, ("marsh",)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ada Wren spoke", "Ada Wren", id="two"),
        pytest.param("Edward R. Moss, Jr. spoke", "Edward R. Moss, Jr.", id="suffix"),
        pytest.param("Ana de la Cruz spoke", "Ana de la Cruz", id="particles"),
        pytest.param("Sheila Park-Lane (FL-20)", "Sheila Park-Lane", id="hyphen"),
        pytest.param("spoke loudly", "", id="no-capital"),
        pytest.param("20 mayors", "", id="number"),
        pytest.param("Ada, the mayor", "Ada", id="comma"),
    ],
)
def test_name_run(nlp: Language, text: str, words: str) -> None:
    doc = nlp(text)
    assert doc[: name_run(doc, 0, len(doc))].text == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Wren (D-OR) left", ("Democratic", "Oregon", None), id="postal"),
        pytest.param("Wren, R-W.Va., left", ("Republican", "West Virginia", None), id="newspaper"),
        pytest.param("Wren (CA-52) left", (None, "California", "52"), id="district"),
        pytest.param("Wren (R-NC-11) left", ("Republican", "North Carolina", "11"), id="all"),
        pytest.param("Wren (D- MN) left", ("Democratic", "Minnesota", None), id="space"),
        pytest.param("Wren (R) left", ("Republican", None, None), id="party"),
        pytest.param("Wren (D-Mill Creek) left", ("Democratic", None, None), id="unknown-town"),
        pytest.param("Wren (R., Ga.) left", ("Republican", "Georgia", None), id="dots-and-comma"),
        pytest.param("Wren, R-Utah. The vote", ("Republican", "Utah", None), id="sentence-end"),
        pytest.param("Wren (D-Hawai‘i) left", ("Democratic", "Hawaii", None), id="okina"),
        pytest.param("Wren (Lab, Mill Green) left", ("Labour", None, None), id="seat"),
        pytest.param("Wren (Con artist) left", None, id="no-party"),
        pytest.param("Wren (FBI) left", None, id="abbreviation"),
        pytest.param("Wren (who left)", None, id="words"),
        pytest.param("Wren, Reed and Fenn left", None, id="list"),
    ],
)
def test_tags(
    nlp: Language, text: str, expected: tuple[str | None, str | None, str | None] | None
) -> None:
    tag = tag_after(nlp.make_doc(text), 1)
    assert (tag and (tag.party, tag.place.name if tag.place else None, tag.district)) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Conn.", "Connecticut", id="newspaper"),
        pytest.param("TX", "Texas", id="postal"),
        pytest.param("W.Va.", "West Virginia", id="two-dots"),
        pytest.param("U.S. Virgin Islands", "U.S. Virgin Islands", id="territory"),
        pytest.param("Atlantis", None, id="nowhere"),
        pytest.param("", None, id="empty"),
        pytest.param("in", None, id="preposition"),
    ],
)
def test_places_by_name(text: str, name: str | None) -> None:
    place = gazetteer().named(text)
    assert (place.name if place else None) == name


@pytest.mark.parametrize(
    ("text", "phrase", "office"),
    [
        pytest.param("then-Sen. Wren", "then-Sen.", "U.S. Senator", id="then"),
        pytest.param("Energy and Trade Committee Chairman Wren", None, None, id="committee"),
        pytest.param("Ohio's Republican Gov. Wren", "Ohio's Republican Gov.", "Governor", id="all"),
        pytest.param("The word Wren", "", "", id="no-title"),
        pytest.param("Tell us Wren", "", "", id="pronoun-is-no-country"),
    ],
)
def test_titles_before_names(
    nlp: Language, text: str, phrase: str | None, office: str | None
) -> None:
    doc = nlp(text)
    found = title_before(doc, len(doc) - 1, 0)
    if phrase is None:
        phrase, office = doc[: len(doc) - 1].text, "Energy and Trade Committee Chairman"
    assert (doc[found.start : found.end].text if found else "") == phrase
    assert (found.office if found else "") == office


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ada Wren speaks. REUTERS/Paul Reed", ["REUTERS/Paul Reed"], id="agency"),
        pytest.param("By Paul Reed\n\nThe council met.", ["By Paul Reed"], id="byline"),
        pytest.param("Led by Paul Reed, it met.", [], id="by-in-a-sentence"),
        pytest.param("The photo shows Ada Wren.", [], id="photo-in-a-sentence"),
    ],
)
def test_credits(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in credit_ranges(text)] == words


def test_each_pattern_of_credits_matches_its_example() -> None:
    assert [e for pattern, e in credit_patterns() if not pattern.search(e)] == []


def test_the_lexicons_load() -> None:
    assert gazetteer().postal["VI"].name == "U.S. Virgin Islands"
    assert parties().tags["DFL"] == "Democratic"
    assert title_tables().modifiers["interim"] == "acting"
    assert federal_bodies().get("DOJ") == "Justice Department"
    assert given_names()["ada"] == "woman"


def test_a_field_alone_is_federal_only_in_an_office() -> None:
    assert names_federal_body("Secretary of Veterans Affairs")
    assert not names_federal_body("Director of the Harbor Fund")


def test_short_forms_in_capitals_are_read_in_capitals_only(nlp: Language) -> None:
    table: PhraseTable[str] = PhraseTable()
    table.add("US", "United States")
    assert table.at(nlp.make_doc("tell us more"), 1, 3) is None
    assert table.at(nlp.make_doc("the US sued"), 1, 3) is not None


def test_a_full_stop_at_the_end_of_a_sentence_is_no_part_of_a_phrase(nlp: Language) -> None:
    table: PhraseTable[str] = PhraseTable()
    table.add("Supreme Court", "court")
    table.add("Conn.", "state")
    doc = nlp.make_doc("the Supreme Court.")
    hit = table.at(doc, 1, len(doc))
    assert hit is not None
    assert hit.end == len(doc) - 1


def test_a_bad_row_is_told_with_its_line() -> None:
    with pytest.raises(LexiconError, match=r"titles\.tsv:2: .* is not a row"):
        list(parse_table("form\toffice\nSen.\n", source="titles.tsv", columns=("form", "office")))
