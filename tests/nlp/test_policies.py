from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import policies_of

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param(
        "Sen. Ann Bee introduced the Clean Rivers Act. The bill would help. She praised the bill.",
        [("Clean Rivers Act", 1, 2)],
        id="the-bill-refers-back",
    ),
    pytest.param(
        "The Harbor Dredging Relief (HDR) program ends soon. Farmers support HDR.",
        [("Harbor Dredging Relief (HDR) program", 2, 0)],
        id="acronym",
    ),
    pytest.param(
        "The new water fee starts. Farmers oppose the water fee. They fear a school closure rule.",
        [("new water fee", 2, 0), ("school closure rule", 1, 0)],
        id="two-policies",
    ),
    pytest.param(
        "Sen. Ann Bee backs H.R. 412. She praised it.",
        [("H.R. 412", 1, 1)],
        id="bill-number-and-pronoun",
    ),
    pytest.param(
        "Senate Bill 5 passed. Sen. Ann Bee backs SB 5. The town opposes S.B. 5 and S.B. 7.",
        [("Senate Bill 5", 3, 0), ("S.B. 7", 1, 0)],
        id="one-number-in-three-spellings",
    ),
    pytest.param(
        "Sen. Ann Bee backs the FERRY Act. She wrote the Fair Estuary Rates (FERRY) Act.",
        [("Fair Estuary Rates (FERRY) Act", 2, 0)],
        id="acronym-before-it-is-spelled-out",
    ),
    pytest.param(
        "Sen. Ann Bee backs the Ferry Act. She wrote the Fair Estuary Rates (FERRY) Plan.",
        [("Ferry Act", 1, 0), ("Fair Estuary Rates (FERRY) Plan", 1, 0)],
        id="a-word-is-no-acronym",
    ),
    pytest.param(
        "Bee backs the 2019 rule on coal barge noise. Towns hate regulations on coal barge noise.",
        [("2019 rule on coal barge noise", 2, 0)],
        id="rule-and-regulation",
    ),
    pytest.param(
        "Clerks back the rule on coal barge noise. Towns oppose the tax on coal barge noise.",
        [("rule on coal barge noise", 1, 0), ("tax on coal barge noise", 1, 0)],
        id="rule-and-tax",
    ),
    pytest.param(
        "Clerks fear a ferry levy proposal. Sen. Ann Bee wrote the Canal Depth Act in May.",
        [("ferry levy proposal", 1, 0), ("Canal Depth Act", 1, 0)],
        id="a-proposal-of-something-else",
    ),
    pytest.param("Sen. Ann Bee declined to say whether tolls rise.", [], id="saying-is-no-policy"),
    pytest.param(
        "Sen. Ann Bee introduced S. 88, the Clean Canals Act. Clerks back S. 88.",
        [("Clean Canals Act", 3, 0)],
        id="number-beside-the-name",
    ),
    pytest.param(
        "Sen. Ann Bee opposes Senate Bill 88, the Clean Canals Act.",
        [("Clean Canals Act", 2, 0)],
        id="spelled-number-before-the-name",
    ),
    pytest.param(
        "Sen. Ann Bee opposes the Clean Canals Act, Senate Bill 88.",
        [("Clean Canals Act", 2, 0)],
        id="spelled-number-behind-the-name",
    ),
    pytest.param(
        "Sen. Ann Bee opposes Senate Bill 88, Clean Canals and more.",
        [("Senate Bill 88", 1, 0)],
        id="what-is-no-act-is-no-name-of-a-number",
    ),
    pytest.param(
        "Sen. Ann Bee opposes S. 88, S. 89 and the Clean Canals Act.",
        [("S. 88", 1, 0), ("S. 89", 1, 0), ("Clean Canals Act", 1, 0)],
        id="numbers-in-a-row",
    ),
    pytest.param(
        "Clerks back the “Save Our Ferries” bill.",
        [("Save Our Ferries bill", 1, 0)],
        id="quoted-short-title",
    ),
    pytest.param(
        "The governor signed a parking order. These cruel measures hurt the town.",
        [("parking order", 1, 1)],
        id="judged-demonstrative-refers-back",
    ),
    pytest.param(
        "Sen. Ann Bee backs the Harbor Act. Sen. Cy Dee opposes the Assembly version of the act.",
        [("Harbor Act", 1, 1)],
        id="a-version-of-the-act-is-the-act",
    ),
    pytest.param(
        "The town condemned the practice of evicting tenants. Clerks oppose tenant evictions.",
        [("practice of evicting tenants", 2, 0)],
        id="noun-of-doing-and-verb",
    ),
    pytest.param(
        "Sen. Ann Bee wrote the 2019 ferry toll rule. Farmers oppose the 2019 rule.",
        [("2019 ferry toll rule", 1, 1)],
        id="a-year-refers-back",
    ),
    pytest.param(
        "Rep. Ann Bee wrote the Canal Act. The act is a sound policy, she said. She praised it.",
        [("Canal Act", 1, 3)],
        id="what-an-act-is-said-to-be",
    ),
    pytest.param(
        "Sen. Cal Dee opposes reckless harbor cuts. Sen. Ann Bee condemned the harbor cuts.",
        [("reckless harbor cuts", 2, 0)],
        id="a-word-of-blame-tells-nothing",
    ),
    pytest.param(
        "The town passed the Canal Act. Nurses oppose amnesty.",
        [("Canal Act", 1, 0), ("amnesty", 1, 0)],
        id="a-bare-right-is-no-act",
    ),
    pytest.param(
        "The town passed the Canal Act. Farmers fear the cost.",
        [("Canal Act", 1, 0)],
        id="the-cost-is-no-act",
    ),
    pytest.param(
        "Rep. Ann Bee praised the sweeping canal fee bill. Clerks like the canal fee bill.",
        [("sweeping canal fee bill", 2, 0)],
        id="sweeping-tells-nothing",
    ),
    pytest.param(
        "Mayor Ann Bee lives in Lena, R-Ohio. The Canal Act would help.",
        [("Canal Act", 1, 0)],
        id="a-name-starts-behind-the-full-stop",
    ),
    pytest.param("Rep. Ann Bee praised the tenants.", [], id="people"),
    pytest.param("Nurses called for witnesses.", [("witnesses", 1, 0)], id="people-asked-for"),
    pytest.param(
        "The board urged shops to register boats.", [("register boats", 1, 0)], id="a-deed"
    ),
    pytest.param("The mayor urged the clerks to talk to him.", [], id="a-deed-that-names-nothing"),
    pytest.param("The farmers met on Monday.", [], id="none"),
    pytest.param("The bill arrived by mail.", [], id="a-bill-that-nothing-names"),
    pytest.param("The waiter brought it.", [], id="pronoun-without-policy"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_policies(nlp: Language, text: str, expected: list[tuple[str, int, int]]) -> None:
    found = [(p.name, len(p.mentions), len(p.references)) for p in policies_of(nlp(text))]
    assert found == expected
