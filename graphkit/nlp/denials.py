"""What the denial of a cue comes to: "does not support" takes a side, "does not oppose" takes none.

Who does not oppose a thing lets it pass, and may be for it or not care; in real texts the words
hardly ever show support ("did not challenge the ruling", "is not worried about polls"). So a denied
opposition is read as neutral, and never as plain; one that is given up as support, and no plainer.
What is done to a law is another matter: a court that refuses to strike it down upholds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.polarity import effect_of
from graphkit.nlp.stance_moods import RAISING
from graphkit.nlp.syntax import children, is_negated, is_none_word
from graphkit.records import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

REFUSING = frozenset({"decline", "refuse"})
LAPSED = frozenset(
    {
        "abandon",
        "cease",
        "drop",
        "end",
        "lift",
        "pull",
        "quit",
        "regret",
        "renounce",
        "stop",
        "withdraw",
    }
)
"""Verbs by which what was so is so no longer."""


class Denied(NamedTuple):
    """The side that is left, and what makes it less than plain."""

    polarity: Polarity
    mood: str


def denied_side(cue: Token, polarity: Polarity, *, is_deed: bool) -> Denied | None:
    """Return what is left of a cue that a negation turns; None where nothing is.

    Args:
        cue: The word of support or opposition.
        polarity: Its side where it is not denied.
        is_deed: It tells what is done to a law ("veto", "sign") and no view.
    """
    if polarity is Polarity.NEUTRAL:
        return None
    is_refused = cue.dep_ == "xcomp" and cue.head.lemma_ in REFUSING
    if polarity is Polarity.OPPOSES:
        if is_deed and is_refused:
            return Denied(Polarity.SUPPORTS, "denied")
        if cue.dep_ == "prep" or _is_fought(cue):
            return Denied(Polarity.SUPPORTS, "denied")  # "is not against the fee"
        if _has_lapsed(cue):
            return Denied(Polarity.SUPPORTS, "relented")
        return Denied(Polarity.NEUTRAL, "not against")
    if is_deed and not is_refused:
        return Denied(Polarity.OPPOSES, "undone")
    if is_unmet(cue):
        return Denied(Polarity.NEUTRAL, "unmet")
    return Denied(Polarity.OPPOSES, "turned" if _has_lapsed(cue) else "denied")


def is_unmet(cue: Token) -> bool:
    """Tell what only has not happened: "has not endorsed", "has yet to endorse", "without"."""
    if cue.dep_ == "pcomp" and _is_short_of(cue.head):
        return True
    if cue.dep_ == "xcomp" and cue.head.lemma_ == "have":
        return any(c.lower_ == "yet" for c in children(cue.head, "advmod"))
    if any(c.lower_ == "yet" for c in children(cue, "advmod")):
        return is_negated(cue)
    has = any(c.lemma_ == "have" and c.i < cue.i for c in children(cue, "aux"))
    return has and any(c.lower_ != "never" for c in children(cue, "neg"))


def _is_fought(noun: Token) -> bool:
    """Tell opposition that others are fought for: "rejected criticism of it"."""
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or is_negated(noun) or is_negated(verb):
        return False
    return verb.lemma_ not in LAPSED and effect_of(verb) is not None


def _is_short_of(preposition: Token) -> bool:
    """Tell "without endorsing it" and "stopped short of endorsing it"."""
    if preposition.lower_ == "without":
        return True
    above = preposition.head
    return preposition.lower_ == "of" and (
        above.lower_ == "short" or any(c.lower_ == "short" for c in children(above, "advmod"))
    )


def is_hardly(cue: Token) -> bool:
    """Tell what is as good as denied: "hardly supports", "is hardly a fan"."""
    words = (cue, cue.head) if cue.dep_ in {"acomp", "attr"} else (cue,)
    return any(c.lower_ in {"hardly", "scarcely"} for w in words for c in children(w, "advmod"))


def _has_lapsed(cue: Token) -> bool:
    if any(c.lower_ == "longer" for c in children(cue, "advmod", "neg")):
        return True
    return cue.dep_ in {"xcomp", "dobj"} and cue.head.lemma_ in LAPSED


def is_none(noun: Token) -> bool:
    """Tell nobody and nothing: "no Democrats", "neither Bee nor Dee"."""
    first = noun.head if noun.dep_ == "conj" else noun
    return any(is_none_word(word) for word in children(first, "det", "preconj"))


def is_denied_opinion(verb: Token) -> bool:
    """Tell what somebody does not think: "I don't think it is fair" calls it unfair."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in RAISING and is_negated(verb.head)
