"""Find things that nobody calls a policy, but that somebody's words judge.

"The firings are an attack on workers": who says so opposes the firings, though "firing" is no
noun for policies. What befalls people ("the drought is devastating") is judged as well, but
nobody is for or against it; such nouns are in `mishaps.tsv`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import actor_index, quotations_of, tokens_of_characters
from graphkit.nlp.cue_table import STRENGTHS
from graphkit.nlp.groups import roles
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.organization_words import organization_nouns
from graphkit.nlp.phrases import has_content
from graphkit.nlp.syntax import VERBS, verb_above
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from graphkit.nlp.cues import Frame

RULES = frozenset({"predicate", "naming", "effect"})
"""Judgements that are said of the thing; an attribute may only describe it."""
SUPPOSING = frozenset({"could", "may", "might", "can"})
"""Auxiliaries of a judgement that is only possible."""
MODIFIERS = frozenset({"det", "poss", "amod", "compound", "prep", "acl", "relcl", "nmod"})


@cache
def mishaps() -> frozenset[str]:
    """Return the nouns of `mishaps.tsv`: what befalls people and is nobody's doing."""
    return frozenset(row.cell("lemma") for row in read_table("mishaps.tsv", ("lemma", "example")))


def judged_things(doc: Doc, judging: Iterable[Frame]) -> frozenset[int]:
    """Return the heads of things, other than people and bodies, that somebody's words judge.

    Args:
        doc: With actors and quotations.
        judging: The frames of its judgements.
    """
    actors = actor_index(doc)
    spoken: set[int] = set()
    for quote in quotations_of(doc):
        tokens = tokens_of_characters(doc, quote.start, quote.end)
        spoken.update(range(*tokens) if tokens else ())
    return frozenset(
        f.target.i
        for f in judging
        if (f.holders or f.cue.i in spoken) and f.target.i not in actors and _is_judged(f)
    )


def _is_judged(frame: Frame) -> bool:
    """Tell whether the frame judges a thing, plainly and as it stands."""
    head = frame.target
    if frame.rule not in RULES or frame.steps or not has_content(head):
        return False
    if frame.strength < STRENGTHS["medium"] or _is_supposed(frame.cue):
        return False
    if head.pos_ in VERBS:
        # "it is important to vote" is said by everybody; "it is cruel to jail them" is not
        return frame.polarity is Polarity.OPPOSES and head.tag_ in {"VBG", "VB"}
    if frame.rule == "effect" and (frame.polarity is Polarity.SUPPORTS or _is_clause_of(frame)):
        return False  # all kinds of things help
    return _is_thing(head) and (frame.polarity is Polarity.OPPOSES or _is_told_apart(head))


def _is_thing(head: Token) -> bool:
    if head.pos_ != "NOUN" or head.lemma_.lower() in mishaps() | organization_nouns():
        return False
    has_number = any(c.dep_ == "nummod" for c in head.children)
    return not has_number and roles().get(head.text) is None


def _is_told_apart(head: Token) -> bool:
    """Tell "the harbor expansion" from "jobs": everybody praises the general."""
    return any(c.dep_ in MODIFIERS and c.lower_ not in {"a", "an"} for c in head.children)


def _is_clause_of(frame: Frame) -> bool:
    """Tell "products that harm children", where the thing is only met in passing."""
    return frame.cue.dep_ == "relcl"


def _is_supposed(cue: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in SUPPOSING for c in verb_above(cue).children)
