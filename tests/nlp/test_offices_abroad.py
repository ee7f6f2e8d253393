"""Offices of the United Kingdom, Canada, Australia and the European Union; people are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.nlp.test_actors import Plain, people

if TYPE_CHECKING:
    from spacy.language import Language

MP, PARLIAMENT, EUROPE = "Member of Parliament", "United Kingdom", "European Union"

BRITAIN = [
    pytest.param(
        "Ann Bee, the Labour MP for Mill Green, said no.",
        [Plain("Ann Bee", MP, PARLIAMENT, "Labour")],
        id="the-seat-is-no-jurisdiction",
    ),
    pytest.param(
        "Tory MP Cy Dee (Millford) asked a question.",
        [Plain("Cy Dee", MP, PARLIAMENT, "Conservative")],
        id="country-from-the-party",
    ),
    pytest.param(
        "Secretary of State for Health and Social Care Ann Bee went to Leeds, then to Westminster, "
        "and came back to Whitehall.",
        [Plain("Ann Bee", "Secretary of State for Health and Social Care", PARLIAMENT)],
        id="fields-before-the-name",
    ),
    pytest.param(
        "The Secretary of State for Transport, Ann Bee, left.",
        [Plain("Ann Bee", "Secretary of State for Transport", PARLIAMENT)],
        id="field-before-the-comma",
    ),
    pytest.param(
        "Paul Reed, the shadow health secretary, left.",
        [Plain("Paul Reed", "Shadow Health Secretary", PARLIAMENT)],
        id="small-letters",
    ),
    pytest.param(
        "Lord Dee, a Conservative peer, voted against it.",
        [Plain("Dee", "Member of the House of Lords", PARLIAMENT, "Conservative")],
        id="peer",
    ),
    pytest.param(
        "Welsh First Minister Cy Dee left.",
        [Plain("Cy Dee", "First Minister", "Wales")],
        id="nation",
    ),
    pytest.param("Cllr Ann Bee left the hall.", [Plain("Ann Bee", "Councillor")], id="council"),
    pytest.param(
        "The press secretary, Ann Bee, left.",
        [Plain("Ann Bee", "Press Secretary")],
        id="no-ministry",
    ),
    pytest.param("The MP for Mill Green left.", [], id="a-seat-is-nobody"),
    pytest.param("Home Office lawyers left.", [], id="an-office-is-nobody"),
]


@pytest.mark.parametrize(("text", "expected"), BRITAIN)
def test_british_offices(nlp: Language, text: str, expected: list[Plain]) -> None:
    assert people(nlp(text)) == expected


OTHERS = [
    pytest.param(
        "Ontario Premier Ann Bee left.", [Plain("Ann Bee", "Premier", "Ontario")], id="premier"
    ),
    pytest.param(
        "Quebec MNA Ann Bee left.",
        [Plain("Ann Bee", "Member of the National Assembly", "Quebec")],
        id="national-assembly",
    ),
    pytest.param(
        "OTTAWA — NDP MP Ann Bee asked in Canada's Parliament about Ontario's fee.",
        [Plain("Ann Bee", MP, "Canada", "New Democratic")],
        id="canadian-member",
    ),
    pytest.param(
        "Canada's Minister of Finance, Ann Bee, left.",
        [Plain("Ann Bee", "Minister of Finance", "Canada")],
        id="owner-of-a-minister",
    ),
    pytest.param(
        "CANBERRA — Treasurer Ann Bee spoke of Australia's fee.",
        [Plain("Ann Bee", "Treasurer", "Australia")],
        id="federal-treasurer",
    ),
    pytest.param(
        "In Canberra, the Minister for Trade, Senator Ann Bee, spoke of Australia and Tasmania.",
        [Plain("Ann Bee", "Minister for Trade", "Australia")],
        id="ministry-before-the-seat",
    ),
    pytest.param(
        "NSW Treasurer Cy Dee left.",
        [Plain("Cy Dee", "Treasurer", "New South Wales")],
        id="treasurer-of-a-province",
    ),
    pytest.param(
        "In Canberra, Shadow Minister for Justice, Customs and Border Protection Cy Dee spoke of "
        "Australia and Tasmania.",
        [
            Plain(
                "Cy Dee", "Shadow Minister for Justice, Customs and Border Protection", "Australia"
            )
        ],
        id="fields-with-commas",
    ),
    pytest.param(
        "German MEP Cy Dee left.",
        [Plain("Cy Dee", "Member of the European Parliament", "Germany")],
        id="country-of-a-european-member",
    ),
    pytest.param(
        "Ann Bee, president of the European Commission, left.",
        [Plain("Ann Bee", "European Commission President", EUROPE)],
        id="european-commission",
    ),
    pytest.param("Canada's ministers left.", [], id="nobody-named"),
    pytest.param(
        "Ann Bee met the minister for roads.", [Plain("Ann Bee")], id="the-office-of-another"
    ),
    pytest.param(
        "The mill, its owner and its vice president Ann Bee were sued.",
        [Plain("Ann Bee", "Vice President")],
        id="vice-president-of-a-firm",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_other_offices(nlp: Language, text: str, expected: list[Plain]) -> None:
    assert people(nlp(text)) == expected
