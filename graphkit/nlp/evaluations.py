"""Find judgements: predicates, attributes and effects by which a speaker values something.

"The rule is cruel", "this cruel rule", "called the rule a disaster", "the rule would hurt
families". Whose judgement it is depends on who speaks there, which is decided later.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.cues import DEONTIC, STRENGTHS, Frame, deontic_verb, is_conditional, is_personal
from graphkit.nlp.denials import is_denied_opinion
from graphkit.nlp.judging_phrases import phrase_at
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.polarity import DENIES, Step, compose
from graphkit.nlp.questions import is_asked
from graphkit.nlp.stance_moods import IMAGINED, moods_of
from graphkit.nlp.syntax import (
    VERBS,
    agents,
    children,
    conjuncts,
    is_negated,
    is_passive,
    own_subjects,
)
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

COLUMNS = ("lemma", "pos", "polarity", "strength", "example")
NAMING_VERBS = frozenset(
    {"brand", "call", "characterise", "characterize", "consider", "declare", "deem", "describe",
     "dub", "find", "label", "portray", "pronounce", "regard", "term", "view"}
)  # fmt: skip
CARRIERS = frozenset(
    {"act", "bit", "case", "definition", "example", "form", "height", "kind", "mother", "nothing",
     "piece", "sort", "type"}
)  # fmt: skip
"""Nouns behind whose "of" the judgement stands: "an act of cruelty", "nothing short of a scam"."""
COMPARING = frozenset({"short", "less", "more"})
DOING = frozenset(
    {"commit", "employ", "launch", "orchestrate", "perpetrate", "spread", "use", "wage"}
)  # fmt: skip
"""Verbs whose subject is blamed for what their object is: "they used illegal tactics"."""
COPULAS = frozenset({"be", "become", "remain", "seem", "look", "prove", "represent", "constitute"})
PREDICATES = frozenset({"acomp", "attr", "dobj", "oprd", "advmod", "ccomp", "prep"})
"""Labels of what a copula links with its subject; "prep" of phrases as "out of line"."""
PARTS_OF_SPEECH = {"ADJ": "ADJ", "NOUN": "NOUN", "VERB": "VERB", "ADV": "ADJ"}
DEED = "DEED"
"""Of verbs for what people and bodies alone do."""
TABLE_PARTS = frozenset({"ADJ", "DEED", "NOUN", "VERB"})
CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "csubj"})
"""Labels of clauses behind "it is wrong"."""
FAILING = frozenset({"refuse", "neglect", "willing", "unwilling"})
FORESEEN = frozenset({"conditional", "past", "present", "tentative"})
"""Moods of a judgement that leave it plain: what would be a disaster if passed is opposed."""
BLAME = "blame"
NOT_BAD = "not bad"
"""Mood of what is only said not to be bad."""
ATTRIBUTE_DISCOUNT = 0.8
"""An attribute ("this cruel rule") may belong to the name of the thing; a predicate does not."""


class Judgement(NamedTuple):
    """A row of `evaluatives.tsv`, or what a demand says; where it is denied its sign turns."""

    polarity: Polarity
    strength: float
    is_effect: bool = False
    """It is a verb for what the judged thing does."""
    is_fixed: bool = False
    """It holds a negation of its own ("makes no sense"), which does not turn it."""
    denied: Token | None = None
    """The word that a negation turns."""


WANTED = Judgement(Polarity.SUPPORTS, STRENGTHS["medium"])
"""What is demanded, or missed in others, is wanted by who says so."""


GRATEFUL = Judgement(Polarity.SUPPORTS, STRENGTHS["high"])
THANKS = frozenset({"thank", "thanks"})


@cache
def evaluatives() -> dict[tuple[str, str], Judgement]:
    """Return the judging words of `evaluatives.tsv` by lemma and part of speech."""
    return {
        (row.cell("lemma"), row.choice("pos", TABLE_PARTS)): Judgement(
            Polarity(row.choice("polarity", frozenset({"supports", "opposes"}))),
            STRENGTHS[row.choice("strength", frozenset(STRENGTHS))],
            is_effect=row.cell("pos") in {"DEED", "VERB"},
        )
        for row in read_table("evaluatives.tsv", COLUMNS)
    }


def is_copula(verb: Token) -> bool:
    """Tell whether the verb links a subject with what is said of it; short forms count."""
    short = verb.lower_.lstrip("'’") in {"s", "re", "m"} and verb.pos_ in VERBS
    return verb.lemma_ in COPULAS or short


def find_evaluations(doc: Doc) -> Iterator[Frame]:
    """Yield a frame for each judgement in `doc`; holders only where a verb of naming has them."""
    for token in doc:
        for frame in _at(token):
            if IMAGINED not in frame.moods and not is_asked(token) and not _is_open(token, frame):
                yield frame


def _is_open(judging: Token, frame: Frame) -> bool:
    """Tell a judgement that is only a condition or a question: "whether the fee is fair"."""
    return frame.rule != BLAME and any(
        is_conditional(t) for t in (judging, judging.head) if t.pos_ in VERBS
    )


def _at(token: Token) -> Iterator[Frame]:
    judgement = _judgement_at(token)
    if judgement is not None:
        yield from _evaluations(token, judgement)
    if token.pos_ in VERBS or token.lower_ == "time":
        yield from _demands(token)
    if token.lemma_ in FAILING:
        yield from _failings(token)
    if token.lower_ in THANKS:
        yield from _thanks(token)


def _judgement_at(token: Token) -> Judgement | None:
    several = phrase_at(token)
    if several is not None:
        is_effect = several.pos == "VERB"
        is_fixed = "no" in several.words
        return Judgement(several.polarity, several.strength, is_effect, is_fixed)
    pos = PARTS_OF_SPEECH.get(token.pos_)
    if pos is None:
        return None
    words, lemma = evaluatives(), token.lemma_.lower()
    found = words.get((lemma, pos))
    if found is None and token.dep_ in {"amod", "acomp", "attr", "oprd"}:
        found = words.get((token.lower_, "ADJ"))
    if found is None and pos == "VERB" and not children(token, "prt"):
        found = words.get((lemma, DEED))  # "lied", but not "lay out a plan"
    return found


def _evaluations(token: Token, judgement: Judgement) -> Iterator[Frame]:
    if judgement.is_effect and token.dep_ not in {"amod", "acomp"}:
        yield from _effects(token, judgement)
    elif token.dep_ == "pobj" and token.head.lower_ == "at" and _endangering(token) is not None:
        yield from _effects(_endangering(token) or token, judgement)
    elif _is_described_as(token):
        verb = token.head.head
        yield from _namings(verb, token, _denied(judgement, verb))
    elif token.dep_ == "amod":
        noun = token.head
        yield from _doings(token, noun, judgement)
        if noun.dep_ in {"attr", "oprd"}:
            # "is a reckless idea" and "called it a reckless idea" judge what they are said of
            yield from _predications(noun, judgement)
            return
        if judgement.polarity is Polarity.OPPOSES or _is_pointed_at(noun):
            weaker = judgement._replace(strength=judgement.strength * ATTRIBUTE_DISCOUNT)
            yield _frame("attribute", token, (), noun, weaker)
    else:
        yield from _doings(token, token, judgement)
        yield from _predications(token, judgement)


def _doings(judging: Token, noun: Token, judgement: Judgement) -> Iterator[Frame]:
    """Yield who is blamed for a deed that is named: "they waged a callous war"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in DOING or judgement.polarity is Polarity.SUPPORTS:
        return
    if not is_negated(verb) and not is_conditional(verb):
        for subject in own_subjects(verb):
            yield _frame("conduct", judging, (), subject, judgement)


def _is_pointed_at(noun: Token) -> bool:
    """Tell "this sensible bill" from "vital programs", which are praised in passing."""
    return any(c.dep_ == "det" and c.lower_ in {"this", "these"} for c in noun.children)


def _endangering(token: Token) -> Token | None:
    """Return the verb of "put families at risk"."""
    verb = token.head.head
    if verb.dep_ != "ROOT" and verb.pos_ == "NOUN":
        verb = verb.head
    return verb if verb.lemma_ in {"put", "place"} else None


def _is_described_as(token: Token) -> bool:
    """Tell whether it stands in "called the move reckless" or "described it as reckless"."""
    noun = token.head
    if token.dep_ == "amod" and token.i > noun.i and noun.dep_ == "dobj":
        return noun.head.lemma_ in NAMING_VERBS
    return noun.lower_ == "as" and noun.dep_ == "prep" and noun.head.lemma_ in NAMING_VERBS


def _predications(token: Token, judgement: Judgement) -> Iterator[Frame]:
    top = _carrier(token)
    while top.dep_ == "conj" and top.head.pos_ in {"ADJ", "NOUN"}:
        top = top.head
    verb = top.head
    judgement = _denied(judgement, token, verb)
    if is_conditional(verb):
        return
    if is_copula(verb) and top.dep_ in PREDICATES:
        for subject in _judged(verb, top):
            yield _frame("predicate", token, (), subject, judgement)
    elif verb.lemma_ in NAMING_VERBS or top.dep_ == "oprd":
        yield from _namings(verb, token, judgement)


def _carrier(token: Token) -> Token:
    """Return the noun that a judgement stands behind: of "the mother of all scams", mother."""
    link = token.head
    if token.dep_ == "pobj" and link.lower_ in {"of", "but", "than"}:
        noun = link.head.head if link.head.lower_ in COMPARING else link.head
        if noun.lemma_ in CARRIERS:
            return noun
    return token


def _denied(judgement: Judgement, *words: Token) -> Judgement:
    """Return the judgement as a negation of one of the words leaves it."""
    if judgement.is_fixed:
        return judgement
    turning = next((w for w in words if is_negated(w) or is_denied_opinion(w)), None)
    return judgement if turning is None else judgement._replace(denied=turning)


def _judged(verb: Token, predicate: Token) -> tuple[Token, ...]:
    """Return what is judged; for "it is wrong to divide families" the infinitive."""
    subjects = own_subjects(verb)
    if any(s.lower_ == "it" or s.dep_ == "expl" for s in subjects):
        clause = [
            c
            for c in (*predicate.children, *verb.children)
            if c.dep_ in CLAUSAL and c.tag_ in {"VB", "VBG"}
        ]
        if clause:
            return tuple(clause[:1])
        if _opens_a_clause(verb, predicate):
            return ()  # "it is vital that they act" is said of no "it" before
    return subjects


def _opens_a_clause(verb: Token, predicate: Token) -> bool:
    """Tell whether a clause with "that" or "for … to" stands behind a predicate."""
    near = (*predicate.children, *verb.children)
    return any(
        c.i > predicate.i
        and any(m.dep_ == "mark" and m.lower_ in {"that", "for"} for m in c.children)
        for c in near
        if c.dep_ in CLAUSAL
    )


def _namings(verb: Token, judging: Token, judgement: Judgement) -> Iterator[Frame]:
    """Yield "called the move reckless", also where the parser took the two for a small clause."""
    named = [t for t in children(verb, "dobj", "nsubjpass") for t in conjuncts(t)]
    named = named or [t for c in children(verb, "ccomp") for t in own_subjects(c)]
    # a noun before a judging adjective may be taken for its modifier: "called [the fee reckless]"
    named = named or list(children(judging, "nsubj", "compound", "nmod"))[-1:]
    holders = agents(verb)
    for target in named:
        if target.i != judging.i:
            yield _frame("naming", judging, holders, target, judgement)


def _effects(verb: Token, judgement: Judgement) -> Iterator[Frame]:
    if is_conditional(verb):
        return
    for subject in _affecting(verb, judgement):
        yield _frame(_effect_rule(verb), verb, (), subject, _denied(judgement, verb))


def _effect_rule(verb: Token) -> str:
    """Tell what policies do as well from what only people and bodies do."""
    return "conduct" if (verb.lemma_.lower(), DEED) in evaluatives() else "effect"


def _affecting(verb: Token, judgement: Judgement) -> tuple[Token, ...]:
    """Return what has the effect.

    In "this is a rule that helps farmers" it is "this"; "programs that help farmers" are only
    described, and who speaks of them may be for or against them.
    """
    if is_passive(verb):
        return () if verb.dep_ in {"acl", "relcl"} else agents(verb)
    subjects, noun = own_subjects(verb), verb.head
    if verb.dep_ != "relcl" or all(s.i != noun.i for s in subjects):
        return subjects
    if noun.pos_ == "PRON":
        return ()  # "those who violate it"
    if noun.dep_ == "attr" and is_copula(noun.head):
        return _judged(noun.head, noun) or subjects
    is_bare = noun.tag_ == "NNS" and not any(c.dep_ in {"det", "poss"} for c in noun.children)
    return () if is_bare and judgement.polarity is Polarity.SUPPORTS else subjects


def _demands(verb: Token) -> Iterator[Frame]:
    """Yield what a sentence says should (not) be done: "This rule must be repealed"."""
    wanted = _due(verb) if verb.lower_ == "time" else deontic_verb(verb)
    if wanted is None or is_personal(verb) or is_conditional(verb):
        return
    is_need = wanted != verb and verb.lower_ != "time"
    if is_need and not _is_deontic(verb) and (verb.dep_ == "relcl" or is_negated(verb)):
        return  # "the help they need to pay it", "they do not have to pay it"
    denied = verb.head if is_denied_opinion(verb) else None  # "I don't think we should pass it"
    if denied is None and is_need and is_negated(verb):
        denied = verb  # "they should not have to pay it"
    yield _frame("demand", wanted, (), wanted, WANTED._replace(denied=denied))


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
                yield _frame(BLAME, token, (), wanted, WANTED)


def _thanks(word: Token) -> Iterator[Frame]:
    """Yield "thank you to Bee" and "thanks to Bee for her work", but not "thanks to the rain"."""
    to, given = children(word, "prep"), any(c.lower_ == "for" for c in children(word, "prep"))
    is_said = word.lower_ == "thank" and any(c.lower_ == "you" for c in children(word, "dobj"))
    if own_subjects(word) or not (is_said or given):
        return
    for thanked in (t for p in to if p.lower_ == "to" for t in children(p, "pobj")):
        for one in conjuncts(thanked):
            yield _frame("thanks", word, (), one, GRATEFUL)


def _due(time: Token) -> Token | None:
    """Return the verb of "it is time (for us) to act"."""
    near = (*time.children, *time.head.children)
    infinitives = [c for c in near if c.dep_ in {"acl", "relcl", "xcomp"} and c.tag_ == "VB"]
    return infinitives[0] if infinitives else None


def _frame(
    rule: str, cue: Token, holders: tuple[Token, ...], target: Token, judgement: Judgement
) -> Frame:
    denied = judgement.denied
    moods = [m for m in moods_of(cue, is_judgement=True) if m not in FORESEEN]
    if denied is not None and judgement.polarity is Polarity.OPPOSES:
        moods.append(NOT_BAD)
    composed = compose(target, judgement.polarity.opposite if denied else judgement.polarity)
    return Frame(
        cue=cue,
        holders=holders,
        target=composed.head,
        start=composed.start,
        polarity=composed.polarity,
        strength=judgement.strength,
        needs_policy=False,
        rule=rule,
        steps=(*(() if denied is None else (Step(denied, DENIES),)), *composed.steps),
        moods=tuple(moods),
    )
