"""Find demands, what others are blamed for not doing, and thanks: "This rule must be repealed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.cue_table import STRENGTHS
from graphkit.nlp.cue_targets import DEONTIC, deontic_verb, is_conditional, is_feared, is_personal
from graphkit.nlp.denials import is_denied_opinion
from graphkit.nlp.judging_frames import judging_frame
from graphkit.nlp.judging_words import Judgement
from graphkit.nlp.syntax import VERBS, children, conjuncts, is_negated, own_subjects
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from graphkit.nlp.cues import Frame

FAILING = frozenset({"refuse", "neglect", "willing", "unwilling"})
BLAME = "blame"
WANTED = Judgement(Polarity.SUPPORTS, STRENGTHS["medium"])
"""What is demanded, or missed in others, is wanted by who says so."""
GRATEFUL = Judgement(Polarity.SUPPORTS, STRENGTHS["high"])
THANKS = frozenset({"thank", "thanks"})


def demands_at(token: Token) -> Iterator[Frame]:
    """Yield what is demanded, missed in others or thanked for by a word."""
    if token.pos_ in VERBS or token.lower_ == "time":
        yield from _demands(token)
    if token.lemma_ in FAILING:
        yield from _failings(token)
    if token.lower_ in THANKS:
        yield from _thanks(token)


def _demands(verb: Token) -> Iterator[Frame]:
    """Yield what a sentence says should (not) be done: "This rule must be repealed"."""
    wanted = _due(verb) if verb.lower_ == "time" else deontic_verb(verb)
    if wanted is None or is_personal(verb) or is_conditional(verb) or is_feared(verb):
        return
    is_need = wanted != verb and verb.lower_ != "time"
    if is_need and not _is_deontic(verb) and (verb.dep_ == "relcl" or is_negated(verb)):
        return  # "the help they need to pay it", "they do not have to pay it"
    denied = verb.head if is_denied_opinion(verb) else None  # "I don't think we should pass it"
    if denied is None and is_need and is_negated(verb):
        denied = verb  # "they should not have to pay it"
    yield judging_frame("demand", wanted, (), wanted, WANTED._replace(denied=denied))


def _is_deontic(verb: Token) -> bool:
    """Tell "should not have to", which is demanded, from "does not have to"."""
    return any(c.dep_ == "aux" and c.lower_ in DEONTIC for c in verb.children)


def _failings(token: Token) -> Iterator[Frame]:
    """Yield what others are blamed for not doing: who says so wants it done.

    "They refuse to fund the clinics", "if they are not willing to fund them".
    """
    is_adjective = token.lemma_ == "willing"
    verb = token.head if is_adjective else token
    if is_adjective and not (is_negated(token) or is_negated(verb)):
        return
    if any(s.lower_ in {"i", "we"} for s in own_subjects(verb)):
        return
    for clause in children(token, "xcomp"):
        for wanted in conjuncts(clause):
            if wanted.tag_ == "VB":
                yield judging_frame(BLAME, token, (), wanted, WANTED)


def _thanks(word: Token) -> Iterator[Frame]:
    """Yield "thank you to Bee" and "thanks to Bee for her work", but not "thanks to the rain"."""
    links = children(word, "prep")
    given = any(c.lower_ == "for" for c in links)
    is_said = word.lower_ == "thank" and any(c.lower_ == "you" for c in children(word, "dobj"))
    if own_subjects(word) or not (is_said or given):
        return
    for thanked in (t for p in links if p.lower_ == "to" for t in children(p, "pobj")):
        for one in conjuncts(thanked):
            yield judging_frame("thanks", word, (), one, GRATEFUL)


def _due(time: Token) -> Token | None:
    """Return the verb of "it is time (for us) to act"."""
    near = (*time.children, *time.head.children)
    infinitives = [c for c in near if c.dep_ in {"acl", "relcl", "xcomp"} and c.tag_ == "VB"]
    return infinitives[0] if infinitives else None
