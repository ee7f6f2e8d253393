"""What actions are about, and on which side; nobody in these texts exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.nlp.acting import topics

if TYPE_CHECKING:
    from spacy.language import Language

ABOUT = [
    pytest.param(
        "Mayor Ruth Lindqvist led a letter calling for a ban on plastic bags.",
        [("ban on plastic bags", "supports")],
        id="calling-for",
    ),
    pytest.param(
        "Mayor Ruth Lindqvist led a letter urging the agency to repeal the clean water rule.",
        [("clean water rule", "opposes")],
        id="turned-by-repeal",
    ),
    pytest.param(
        "Mayor Ruth Lindqvist today led 12 mayors in sending a letter to the energy agency urging "
        "it to withdraw the dam rule. The letter asks the agency to hold public hearings.",
        [("dam rule", "opposes")],
        id="where-it-is-first-told",
    ),
    pytest.param(
        "Mayor Ruth Lindqvist sent a letter opposing the sales tax.",
        [("sales tax", "opposes")],
        id="opposing",
    ),
    pytest.param(
        "Ohio sued the Department of Energy over its decision to close the dam.",
        [("decision to close the dam", "opposes")],
        id="a-suit-over",
    ),
    pytest.param(
        "Acme Works filed a lawsuit against Ohio challenging the clean water rule.",
        [("clean water rule", "opposes")],
        id="a-suit-challenging",
    ),
    pytest.param(
        "Ohio sued to stop Secretary Tom Hale from enforcing the clean water rule.",
        [("clean water rule", "opposes")],
        id="a-suit-to-stop-somebody-from",
    ),
    pytest.param(
        "Attorney General Mara Quill filed an amicus brief in support of the clean water rule.",
        [("clean water rule", "supports")],
        id="in-support-of",
    ),
    pytest.param(
        "The House voted to condemn the border raids.",
        [("border raids", "opposes")],
        id="a-chamber-condemns",
    ),
    pytest.param(
        "Mayors Ruth Lindqvist and Mara Quill led 36 other mayors in a letter to Secretary "
        "Tom Hale expressing deep concern over the sales tax.",
        [("sales tax", "opposes")],
        id="concern-behind-the-addressee",
    ),
    pytest.param(
        "In a letter to Governor Tom Hale, Mayor Ruth Lindqvist wrote that the sales tax is "
        "a disaster.",
        [("sales tax", "opposes")],
        id="judged-in-the-letter",
    ),
    pytest.param(
        "Sen. Ruth Lindqvist introduced the Clean Wells Act.",
        [("Clean Wells Act", "supports")],
        id="a-bill-itself",
    ),
    pytest.param(
        "Sen. Ruth Lindqvist introduced a bill on Monday. The Clean Wells Act, sponsored by "
        "Lindqvist, would pay for wells.",
        [("Clean Wells Act", "supports")],
        id="the-name-of-a-bill-first",
    ),
    pytest.param("Mayor Ruth Lindqvist signed the letter.", [(None, None)], id="nothing-told"),
    pytest.param(
        "Mayor Ruth Lindqvist sent a letter to Governor Tom Hale.", [(None, None)], id="no-person"
    ),
]


@pytest.mark.parametrize(("text", "expected"), ABOUT)
def test_finds_topic_and_side(
    nlp: Language, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert topics(nlp(text)) == expected
