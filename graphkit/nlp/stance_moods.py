"""What makes a stance less than plain: conditions, the past, hearsay, and words that take it back.

Each cue has a chain of words that govern it: of "is rumored to want to back the fee" the chain of
"back" is back, want, rumored. The words of `stance_moods.tsv` are looked for at each of them.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.sarcasm import SARCASTIC, is_sarcastic
from graphkit.nlp.syntax import NOUN_SUBJECTS, VERBS, children, is_negated, own_subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

PLACES = frozenset({"adverb", "attribute", "behind", "clause", "noun", "report", "self", "verb"})
IMAGINED = "unreal"
"""Mood of what is only imagined or denied: nobody holds it."""
AWAITED = "awaited"
"""Mood of what somebody expects of others, who do not hold it yet."""
NOT_HELD = frozenset({AWAITED, IMAGINED})
PAST = "past"
BEFORE = "before"
"""Mood of "had opposed" and "previously opposed": it was so before, and may be so still."""
CONDITIONAL = "conditional"
PRESENT = "present"
"""Mood of what is said to hold now, and so not before."""
MOODS = NOT_HELD | {
    "alleged",
    BEFORE,
    "claimed",
    CONDITIONAL,
    PAST,
    PRESENT,
    "restricted",
    "tentative",
}
WINNING = frozenset({"elect", "re-elect", "reelect", "win"})
"""Verbs of conditions that leave a promise as plain as it is: "will repeal it if elected"."""
INVERTED = frozenset({"had", "should", "were"})
"""Auxiliaries that open a condition where they stand before their subject."""
RAISING = frozenset({"believe", "feel", "think"})
"""Verbs whose negation is that of the clause below them ("I don't think it is fair")."""
MAX_CHAIN = 5
"""Words that govern a cue one above the other; longer chains are parse errors."""
LINKS = {
    "acl": "noun",
    "acomp": "verb",
    "attr": "verb",
    "ccomp": "report",
    "dobj": "verb",
    "oprd": "verb",
    "pcomp": "",
    "pobj": "",
    "prep": "verb",
    "xcomp": "verb",
}
"""Where a word stands in the table that governs another by this label; none for prepositions."""
OF_VERBS = frozenset({"about", "of", "to", "toward", "towards"})
"""Prepositions between a governing word and the deed ("open to backing it")."""
CLOSED = frozenset({"acl", "ccomp", "conj", "relcl"})
"""Steps out of a clause, whose words are not about what stands above it."""
DEEPEST = 12
"""Steps up from a phrase behind a cue to the cue."""
MOST_ABOVE = 6
"""Words that govern a clause, among which an order is looked for."""
BEHIND_REACH = 40
"""Tokens behind a cue in which words about it are looked for."""


class Governor(NamedTuple):
    """A word of the chain above a cue, and where in the table it is looked up."""

    word: Token
    place: str


@cache
def moods() -> dict[tuple[str, str], str]:
    """Return the mood of each (word, place) of `stance_moods.tsv`."""
    rows = read_table("stance_moods.tsv", ("word", "where", "mood", "example"))
    return {
        (row.cell("word"), row.choice("where", PLACES)): row.choice("mood", MOODS) for row in rows
    }


@cache
def _phrases_behind() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the phrases that stand behind a cue with their moods, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for (phrase, place), mood in moods().items():
        if place == "behind":
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, mood))
    return found


def moods_of(cue: Token, *, is_judgement: bool = False) -> tuple[str, ...]:
    """Return what makes the stance of a cue less than plain, sorted.

    Args:
        cue: The word of support, opposition or judgement.
        is_judgement: It is a judgement, whose holder is who reports it ("he claims it is cruel").
    """
    found = {moods().get((cue.lemma_.lower(), "self"))}
    clause = [cue]
    for word, place in governors(cue):
        if place not in {"noun", "report"} and clause[-1].dep_ not in CLOSED:
            clause.append(word)
        mood = _mood_at(word, place)
        if place == "report":
            found.add(_reported(cue, word, mood, is_judgement=is_judgement))
        elif mood != PAST or (word.tag_ == "VBD" and not children(word, "dobj")):
            found.add(mood)  # "used to back it", not "used the power to back it"
    for word in clause:
        found.update(_beside(word))
    found.update(_behind(cue, frozenset(t.i for t in clause)))
    found.update(_of_form(clause[-1]))
    found.add(SARCASTIC if is_sarcastic(cue) else None)
    return tuple(sorted(mood for mood in found if mood is not None))


def _mood_at(word: Token, place: str) -> str | None:
    """Return the mood of a governing word, of a phrasal verb as a whole."""
    lemma = word.lemma_.lower()
    particles = (c.lower_ for c in children(word, "prt"))
    phrasal = (moods().get((f"{lemma} {p}", place)) for p in particles)
    return next((m for m in phrasal if m), None) or moods().get((lemma, place))


def governors(cue: Token) -> Iterator[Governor]:
    """Yield the words that govern a cue, from the nearest up."""
    current, below = cue, ""
    for _ in range(MAX_CHAIN):
        head = current.head
        is_circumstance = current.dep_ == "prep" and current.lower_ not in OF_VERBS
        if head == current or (is_circumstance and below == "pcomp"):
            return  # "before turning against it" is a clause of its own
        if current.dep_ == "conj" and current.tag_ == head.tag_ and not own_subjects(current):
            yield Governor(head, "")  # "is likely to vote for it and back it"
        elif current.dep_ in LINKS and (current.dep_ != "dobj" or current == cue):
            yield Governor(head, "" if is_circumstance else LINKS[current.dep_])
        else:
            return
        current, below = head, current.dep_


def _reported(cue: Token, report: Token, mood: str | None, *, is_judgement: bool) -> str | None:
    """Return what becomes of a stance that is told in a that-clause."""
    if report.i < cue.i and is_negated(report):
        # "did not say that she backs it"; what is not thought is the contrary, see `denials`
        return None if is_judgement and report.lemma_ in RAISING else IMAGINED
    if is_judgement:
        return mood if mood == IMAGINED else None
    return mood if mood in NOT_HELD or _is_of_another(cue, report) else None


def _is_of_another(cue: Token, report: Token) -> bool:
    """Tell whether somebody else than who holds it reports it: not "she claims she backs it"."""
    clause = next((c for c in report.children if c.dep_ == "ccomp" and _holds(c, cue)), cue)
    return all(s.pos_ != "PRON" for s in children(clause, *NOUN_SUBJECTS))


def _holds(clause: Token, cue: Token) -> bool:
    return clause.left_edge.i <= cue.i <= clause.right_edge.i


def _beside(word: Token) -> Iterator[str | None]:
    """Yield the moods of the adverbs, adjectives and clauses at a word."""
    for child in word.children:
        if child.dep_ in {"advmod", "npadvmod"}:
            mood = moods().get((child.lower_, "adverb"))
            # "today announced" is news, and tells of no day before
            yield None if mood == PRESENT and word.tag_ == "VBD" else mood
        elif child.dep_ in {"amod", "compound"}:
            yield moods().get((child.lower_, "attribute"))
        elif child.dep_ == "advcl" or (child.dep_ == "ccomp" and child.i < word.i):
            yield _opened(child)


def _opened(clause: Token) -> str | None:
    """Return the mood of the word that opens a clause."""
    if clause.lemma_.lower() in WINNING:
        return None
    openers = [c for c in clause.children if c.dep_ in {"mark", "advmod"}]
    if any(o.i and o.nbor(-1).lower_ == "even" for o in openers):
        return None  # "will back it even if it is raised"
    return next((m for o in openers if (m := moods().get((o.lower_, "clause")))), None)


def _behind(cue: Token, clause: frozenset[int]) -> Iterator[str]:
    """Yield the moods of phrases behind a cue that belong to its clause."""
    end = min(cue.sent.end, cue.i + BEHIND_REACH)
    words = cue.doc[cue.i + 1 : end]
    for token in words:
        for phrase, mood in _phrases_behind().get(token.lower_, ()):
            following = words.doc[token.i : min(end, token.i + len(phrase))]
            if tuple(t.lower_ for t in following) == phrase and _belongs(token, clause):
                yield mood


def _belongs(token: Token, clause: frozenset[int]) -> bool:
    """Tell whether no other clause lies between a word and those of the chain."""
    current = token
    for _ in range(DEEPEST):
        if current.i in clause:
            return True
        if current.dep_ in CLOSED - {"ccomp"} or current.head == current:
            return False
        current = current.head
    return False


def _of_form(verb: Token) -> Iterator[str]:
    """Yield what the form of the main verb tells."""
    if _is_counterfactual(verb):
        yield CONDITIONAL
    if _is_inverted(verb):
        yield IMAGINED
    elif _is_pluperfect(verb):
        yield BEFORE


def _is_counterfactual(verb: Token) -> bool:
    """Tell "would have backed it": what did not come about, for whatever reason."""
    auxiliaries = {c.lemma_.lower() for c in children(verb, "aux")}
    return auxiliaries >= {"would", "have"}


def _is_inverted(verb: Token) -> bool:
    """Tell a condition without "if": "had she opposed it", "were she to oppose it"."""
    subjects = [c for c in verb.children if c.dep_ in NOUN_SUBJECTS]
    auxiliaries = [c for c in verb.children if c.dep_ == "aux" and c.lower_ in INVERTED]
    return bool(subjects and auxiliaries) and auxiliaries[0].i < subjects[0].i < verb.i


def _is_pluperfect(word: Token) -> bool:
    """Tell "had opposed": it was so before something else that is told."""
    return word.tag_ in {"VBD", "VBN"} and any(
        c.dep_ == "aux" and c.lower_ in {"had", "'d", "’d"} for c in word.children
    )


def is_dictated(verb: Token) -> bool:
    """Tell what a reader is ordered to think or note: "record that Bee supports the fee".

    A that-clause below an imperative is not told as a fact by anybody, and no more so where the
    order itself is quoted ("The leaflet said: “Record that …”").
    """
    if not _follows_that(verb):
        return False
    above = islice(verb.ancestors, MOST_ABOVE)
    return any(order != verb and _is_order(order) for order in (verb.sent.root, *above))


def _is_order(verb: Token) -> bool:
    """Tell an imperative: a bare verb without a subject and without "to" or "will"."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in VERBS:
        first = first.head  # "will fight and say that …" orders nobody
    helped = any(c.dep_ in {"aux", "auxpass"} for c in (*verb.children, *first.children))
    subjects = (*own_subjects(verb), *own_subjects(first))
    return verb.tag_ == first.tag_ == "VB" and not helped and not subjects


def _follows_that(verb: Token) -> bool:
    """Tell whether "that" opens the clause, also where the parser takes it for a pronoun."""
    for subject in own_subjects(verb):
        edge = subject.left_edge.i
        if edge > verb.sent.start and verb.doc[edge - 1].lower_ == "that":
            return True
    return False
