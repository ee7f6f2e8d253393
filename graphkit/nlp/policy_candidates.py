"""Find the phrases that may name a policy.

Candidates are the targets of stance cues, things that somebody judges, named acts and bill
numbers, and noun phrases whose head is in `policy_nouns.tsv`. `policies` gathers those that mean
the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import (
    HEADS,
    TokenRange,
    actor_index,
    actors_of,
    blocks_of,
    furniture_of,
)
from graphkit.nlp.bill_numbers import find_bill_numbers
from graphkit.nlp.cue_table import cues
from graphkit.nlp.evaluations import is_copula
from graphkit.nlp.frames import frames_of
from graphkit.nlp.groups import roles
from graphkit.nlp.judging_words import evaluatives
from graphkit.nlp.phrases import described_phrase, has_content, phrase
from graphkit.nlp.polarity import is_bare_inversion
from graphkit.nlp.policy_nouns import (
    is_policy_noun,
    pale_modifiers,
    policy_nouns,
    referring_nouns,
    root_of,
    transparent_nouns,
)
from graphkit.nlp.syntax import is_negated, own_subjects, prepositional_objects
from graphkit.records import EntityKind, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Span, Token

OWNERS = ("its", "their", "his", "her", "our", "my", "your")
HEADLINE_BLOCKS = 4
"""Blocks at the top of a text among which its headline stands."""
INDEFINITE = frozenset({"a", "an", "another"})
REFERRING = frozenset({"the", "this", "that", "these", "those", "such", "any", *OWNERS})
LAWS = frozenset({"bill", "legislation", "law"})
"""Nouns that name nothing by themselves: "a smart, bipartisan bill" is the one spoken of."""
DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})
DESCRIBING = frozenset({"legislation", "plan"})
"""Kinds of nouns that tell what a policy is: "It is a sound plan"."""
PRONOUNS = frozenset({"it", "this", "that", "these", "those", "them", "they", "which"})
YEAR = re.compile(r"(?:19|20)\d\d")
ACT_NOUNS = (
    "Act|Bill|Amendment|Rule|Order|Treaty|Accord|Partnership|Initiative|Code|Resolution|Plan|"
    "Program|Programme|Policy|Standard|Project|Pact|Agreement|Protocol|Mandate|Regulation|Law"
)
GAP = r"[ \t\u00a0]"
"""Names of acts do not cross a line break."""
# Words have a longest length, or a run of capitals and hyphens takes the square of the time.
ACT_NOUN = re.compile(ACT_NOUNS)
NAMED_ACT = re.compile(
    rf"\b[A-Z][\w’'-]{{0,40}}(?:{GAP}(?:(?:of|for|and|to|in|on|the|from|with|by|or){GAP})?"
    rf"(?:[A-Z][\w’'.-]{{0,40}}|\d{{1,9}}|\([A-Z]{{2,40}}\)),?){{0,12}}{GAP}(?:{ACT_NOUNS})\b"
    rf"(?:{GAP}of{GAP}(?:19|20)\d\d)?(?:{GAP}\([A-Z][A-Za-z-]+\))?"
)
ACRONYM = re.compile(r"\(([A-Z][A-Za-z&-]*[A-Z])\)")
NOT_NAMED_STARTS = frozenset(
    {"The", "This", "That", "These", "A", "An", "In", "On", "If", "Under", "By", "With"}
    | {word.title() for word in OWNERS}
)
"""Words that stand with a capital before the name of an act without belonging to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A phrase that may name a policy.

    Attributes:
        words: Its content words, by which it is compared with others.
        content: Those of them that are neither its head, nor pale, nor a year.
        kind: The kind of its head noun in `policy_nouns.tsv`.
        refers: It has no content of its own ("the bill", "it") and refers back.
        introduced: It has none either, but is new ("a bill"): its name may follow.
        named: It is the name of an act or a bill's number.
        points: It has "the", "this" or a possessor.
        describes: The subject of which it is only said what it is ("The act is a good step").
        number: Of a bill's number, its key: "S.B. 5" and "Senate Bill 5" have one.
        is_side: It is a bare "critics" or "the repeal", which stands for what it is against.
        wanted: It is the target of a cue, and so may become a policy of its own.
    """

    tokens: TokenRange
    head: Token
    words: frozenset[str]
    content: frozenset[str]
    kind: str | None
    refers: bool
    introduced: bool
    named: bool
    is_side: bool
    in_headline: bool
    wanted: bool
    points: bool = False
    describes: Token | None = None
    number: str | None = None


def find_candidates(doc: Doc) -> Iterator[Candidate]:
    """Yield the phrases of `doc` that may name or mean a policy, named acts first."""
    actors = actor_index(doc)
    numbers = _numbered_ranges(doc)
    named = _named_ranges(doc, _people(doc, actors), numbers)
    furniture = furniture_of(doc)
    for span in named:
        if span.start in furniture:
            continue
        root = doc[span.start : span.end].root
        own = _candidate(doc, span, root, named=True, wanted=True)
        if span in numbers:
            own = replace(own, words=frozenset({numbers[span]}), number=numbers[span])
        yield own
    finder = _Finder(doc, actors, named)
    for token in doc:
        candidate = None if token.i in furniture else finder.candidate(token)
        if candidate is not None:
            yield candidate


class _Finder:
    """Decides for each token outside of named acts whether it heads a candidate."""

    def __init__(self, doc: Doc, actors: dict[int, int], named: list[TokenRange]) -> None:
        self.doc = doc
        self.actors = actors
        self.taken = {i for span in named for i in range(span.start, span.end)}
        stated, judging, neutral, things = frames_of(doc)
        frames = (*stated, *neutral)
        self.wanted = {f.target.i for f in frames if not f.bare} | things
        self.sides = {f.target.i for f in frames if f.bare}
        self.judged = {f.target.i for f in judging}
        self.acronyms = _acronyms(doc, named)

    def candidate(self, token: Token) -> Candidate | None:
        alone = TokenRange(token.i, token.i + 1)
        is_wanted = token.i in self.wanted
        if token.i in self.taken or self._is_transparent(token):
            return None
        if token.text in self.acronyms and token.dep_ != "compound" and not _in_brackets(token):
            return _candidate(self.doc, alone, token, wanted=True)
        if token.i in self.sides or (is_wanted and is_bare_inversion(token)):
            return _candidate(self.doc, alone, token, wanted=False, side=True)
        if token.lower_ in PRONOUNS:
            is_meant = is_wanted or token.i in self.judged
            free = token.i not in self.actors
            return _candidate(self.doc, alone, token, wanted=True) if is_meant and free else None
        if _determiner(token) == "no" and not is_wanted:
            return None  # "no law allows it" speaks of none
        if _heads_policy(token) or (is_wanted and self._can_be_target(token)):
            return _candidate(self.doc, described_phrase(token), token, wanted=is_wanted)
        return None

    def _is_transparent(self, token: Token) -> bool:
        """Tell "the Senate version of the act", which is the act."""
        if token.lemma_.lower() not in transparent_nouns():
            return False
        inner = prepositional_objects(token, "of")[:1]
        return any(t.i in self.taken or t.text in self.acronyms or _heads_policy(t) for t in inner)

    def _can_be_target(self, token: Token) -> bool:
        if token.i in self.actors or token.ent_type_ in {"DATE", "TIME", "PERSON"}:
            return False
        if _are_people(token):
            return False
        return token.pos_ in {"VERB", "NOUN", "PROPN"} and has_content(token)


def _are_people(token: Token) -> bool:
    """Tell "tenants" and "a veteran" from what one can be for or against.

    Who calls "for witnesses" wants something, all the same.
    """
    is_asked = token.dep_ == "pobj" and token.head.lower_ == "for"
    if token.pos_ != "NOUN" or is_policy_noun(token) or is_asked:
        return False
    return roles().get(token.text) is not None or roles().get(token.lemma_) is not None


def _acronyms(doc: Doc, named: list[TokenRange]) -> set[str]:
    """Return the acronyms that stand in brackets in or behind the name of a policy."""
    found: set[str] = set()
    heads = [phrase(t) for t in doc if _heads_policy(t)]
    for span in (*named, *heads):
        found.update(ACRONYM.findall(doc[span.start : span.end].text))
        behind = ACRONYM.match(doc[span.end : span.end + 3].text)
        if behind:
            found.add(behind.group(1))
    return found


def _in_brackets(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text in {"(", "["}


def _heads_policy(token: Token) -> bool:
    return is_policy_noun(token) and token.dep_ not in {"compound", "npadvmod"}


def _candidate(
    doc: Doc,
    tokens: TokenRange,
    head: Token,
    *,
    wanted: bool,
    named: bool = False,
    side: bool = False,
) -> Candidate:
    words = _words(doc, tokens, head)
    lemma = head.lemma_.lower()
    pale = pale_modifiers() | {lemma, root_of(head)}
    pale |= {word for word in words if YEAR.fullmatch(word)}
    content = words - pale
    if _determiner(head) in DEMONSTRATIVES or lemma in LAWS:
        # "these cruel practices" are practices already spoken of
        pale |= {word for word in words if (word, "ADJ") in evaluatives()} | _judging(head)
    core = phrase(head)
    behind = tokens.end > core.end  # a clause tells which one is meant
    own = words if named else _words(doc, core, head)
    is_bare = not named and head.pos_ in {"NOUN", "PROPN"} and own <= pale
    is_new = is_bare and (_determiner(head) in INDEFINITE or behind)
    points = _determiner(head) in REFERRING
    can_refer = points or lemma in policy_nouns()
    refers = side or head.lower_ in PRONOUNS or (is_bare and can_refer and not is_new)
    described = None if named else described_by(head)
    return Candidate(
        tokens=tokens,
        head=head,
        words=words if named else words - _blaming(head) or words,
        content=content,
        kind=policy_nouns().get(lemma),
        refers=refers,
        introduced=is_new,
        named=named,
        is_side=side,
        in_headline=_is_in_headline(doc, tokens),
        wanted=wanted,
        points=points,
        describes=described,
    )


def described_by(head: Token) -> Token | None:
    """Return the subject of which a noun tells what it is: "The act is a good step"."""
    if head.dep_ != "attr" or not is_copula(head.head) or is_negated(head.head):
        return None
    lemma = head.lemma_.lower()
    if lemma not in referring_nouns() and policy_nouns().get(lemma) not in DESCRIBING:
        return None
    subjects = own_subjects(head.head)
    return subjects[0] if len(subjects) == 1 else None


def _words(doc: Doc, tokens: TokenRange, head: Token) -> frozenset[str]:
    """Return the content words of a phrase; a transparent head ("the practice of …") is none."""
    words = frozenset(_content(doc[i] for i in range(tokens.start, tokens.end)))
    if head.lemma_.lower() in transparent_nouns() and prepositional_objects(head, "of"):
        return words - {head.lemma_.lower()} or words
    return words


def _blaming(head: Token) -> set[str]:
    """Return the modifiers by which a thing is only blamed: "the reckless cuts" are the cuts."""
    return {
        root_of(child)
        for child in head.lefts
        if child.dep_ == "amod"
        and (judged := evaluatives().get((child.lemma_.lower(), "ADJ"))) is not None
        and judged.polarity is Polarity.OPPOSES
    }


def _judging(head: Token) -> set[str]:
    """Return the words of judging modifiers in several parts ("common-sense")."""
    found: set[str] = set()
    for child in head.lefts:
        text = "".join(t.lower_ for t in child.subtree)
        if (text, "ADJ") in evaluatives():
            found.update(_content(child.subtree))
    return found


def _is_in_headline(doc: Doc, tokens: TokenRange) -> bool:
    return any(
        block.kind in HEADS and block.tokens.meets(tokens)
        for block in blocks_of(doc)[:HEADLINE_BLOCKS]
    )


def _determiner(head: Token) -> str | None:
    return next((c.lower_ for c in head.children if c.dep_ in {"det", "poss"}), None)


def _content(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.is_alpha and not token.is_stop and token.pos_ not in {"DET", "ADP", "PRON"}:
            yield root_of(token)
        elif token.like_num:
            yield token.text


def _people(doc: Doc, actors: dict[int, int]) -> frozenset[int]:
    """Return the tokens of people's names."""
    kinds = [actor.kind for actor in actors_of(doc)]
    return frozenset(i for i, place in actors.items() if kinds[place] is EntityKind.PERSON)


def _numbered_ranges(doc: Doc) -> dict[TokenRange, str]:
    """Return the keys of the numbers of bills by where they stand."""
    found: dict[TokenRange, str] = {}
    for number in find_bill_numbers(doc.text):
        # "Measure C." at the end of a sentence: its full stop may be part of the token
        span = doc.char_span(number.start, number.end, alignment_mode="expand")
        if span is not None:
            found[TokenRange(span.start, span.end)] = number.key
    return found


def _named_ranges(
    doc: Doc, people: frozenset[int], numbers: dict[TokenRange, str]
) -> list[TokenRange]:
    found = list(numbers)
    taken = {i for span in numbers for i in range(*span)}
    for match in NAMED_ACT.finditer(doc.text):
        span = doc.char_span(*match.span(), alignment_mode="contract")
        if span is None or span.end - 1 in people:
            continue  # "President Bill Bee"
        for start, end in _apart_from(taken, doc, span):
            tokens = TokenRange(_name_start(doc, start, end, people), end)
            if tokens.end - tokens.start > 1 and taken.isdisjoint(range(*tokens)):
                found.append(tokens)
                taken.update(range(*tokens))
    return sorted(found)


def _apart_from(taken: set[int], doc: Doc, span: Span) -> list[tuple[int, int]]:
    """Return the name of an act without the numbers of bills that stand at its ends.

    Of "Senate Bill 5, the Quiet Nights Act" and "the Quiet Nights Act, Senate Bill 5".
    """
    if taken.isdisjoint(range(span.start, span.end)):
        return [(span.start, span.end)]
    runs: list[tuple[int, int]] = []
    for free, group in groupby(range(span.start, span.end), key=lambda i: i not in taken):
        places = list(group) if free else []
        while places and (doc[places[0]].is_punct or doc[places[0]].pos_ == "DET"):
            places.pop(0)
        while places and doc[places[-1]].is_punct:
            places.pop()
        if places and ACT_NOUN.fullmatch(doc[places[-1]].text):
            runs.append((places[0], places[-1] + 1))
    return runs


def _name_start(doc: Doc, start: int, end: int, people: frozenset[int]) -> int:
    """Return where the name of an act begins behind a person's name ("Bee's Clean Water Act").

    Where all words are capitalised alike, the verb behind a person is cut as well.
    """
    named = [i for i in range(start, end - 1) if i in people]
    if named:
        start = named[-1] + 1
        while start < end - 1 and (doc[start].is_punct or doc[start].tag_ == "POS"):
            start += 1
        if (doc[start].lemma_.lower(), "VERB") in cues() or doc[start].tag_ == "VBZ":
            start += 1
    for i in range(start + 1, end - 1):
        if doc[i].text in NOT_NAMED_STARTS and doc[i - 1].text.endswith("."):
            start = i  # "… of Ohio. The Canal Act"
    while start < end - 1 and (doc[start].text in NOT_NAMED_STARTS or doc[start].is_punct):
        start += 1
    return start
