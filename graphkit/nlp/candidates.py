"""Whom words without a name mean: the mentions before them, scored.

A pronoun, a description ("the senator") or a quotation without a cue belongs to the actor whose
mention scores best. Not the nearest name wins: subjects of main clauses and those who speak count
for more, possessors and whoever is spoken of inside quotation marks for less.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import blocks_of
from graphkit.nlp.syntax import NOUN_SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from graphkit.nlp.annotations import TokenRange

REACH = 4
"""Paragraphs back in which somebody is meant."""
SENTENCES = 25
"""Sentences back; fewer than four paragraphs where these are long."""
MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
"""Labels of the verbs of main clauses; before a quotation the parser makes "said" a ccomp."""
OWNING = frozenset({"poss", "compound"})


class Mention(NamedTuple):
    """A place in the text where an actor is meant."""

    tokens: TokenRange
    actor: int
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateWeights:
    """What speaks for a mention, in sentences of distance.

    The weights were set by measurement on the training part of PolNeAR: by coordinate ascent on
    the speakers it names, with their names hidden (1,439 of them in every second article; right
    0.61 with the nearest subject, 0.67 now), and on 79 pronouns whose person was read from the
    text (0.90 before, 0.95 now), the pronouns counting double. Hidden names are harder than
    pronouns: writers name whom the reader would not expect. `fits` was held at one sentence,
    for hidden names were only taken of people whose gender is known.

    Attributes:
        sentence: For each sentence between the mention and the words.
        paragraph: For each paragraph between them.
        main_subject: It is the subject of a main clause.
        subject: It is another subject.
        owner: It only owns or describes the next noun ("Bee's plan").
        quoted: It stands inside quotation marks and the words do not.
        fits: The gender that the pronoun tells is known of the person.
        named: It is a name and no pronoun.
        last: Somebody spoke last before a quotation; beside the sentences since then.
        prominent: For each doubling of the names in the text, for descriptions ("the nominee").
        several: A group, for "they"; `singular` an organization.
    """

    sentence: float = -1.0
    paragraph: float = -0.1
    main_subject: float = 1.5
    subject: float = 0.2
    owner: float = -0.6
    quoted: float = -3.0
    fits: float = 1.0
    named: float = 0.2
    last: float = 1.5
    prominent: float = 0.5
    several: float = 0.8
    singular: float = -0.4


WEIGHTS = CandidateWeights()


class Features(NamedTuple):
    """What is seen of a mention from the words that may mean it; see `CandidateWeights`."""

    sentence: int
    paragraph: int
    main_subject: bool
    subject: bool
    owner: bool
    quoted: bool
    fits: bool
    named: bool

    def score(self, weights: CandidateWeights = WEIGHTS) -> float:
        """Return how much speaks for the mention; the higher the better."""
        return (
            weights.sentence * self.sentence
            + weights.paragraph * self.paragraph
            + weights.main_subject * self.main_subject
            + weights.subject * self.subject
            + weights.owner * self.owner
            + weights.quoted * self.quoted
            + weights.fits * self.fits
            + weights.named * self.named
        )


class Candidates:
    """The mentions of one text, in order; it may be added to while the text is read."""

    def __init__(self, doc: Doc, mentions: Iterable[Mention], quoted: frozenset[int]) -> None:
        """Take the named mentions, and the tokens inside quotation marks."""
        self.doc = doc
        self._mentions = sorted(mentions)
        self._starts = [m.tokens.start for m in self._mentions]
        self._later: list[Mention] = []
        self._quoted = quoted
        self._sentences = list(accumulate(int(bool(token.is_sent_start)) for token in doc))
        self._blocks = _block_numbers(doc)

    def add(self, mention: Mention) -> None:
        """Take in a reference that was resolved; references come in order of the text."""
        self._later.append(mention)

    def recent(self, at: int) -> Iterator[Mention]:
        """Yield the mentions within reach that end before a token, the last ones first."""
        before = bisect_left(self._starts, at)
        for mentions, last in ((self._mentions, before), (self._later, len(self._later))):
            for i in range(last - 1, -1, -1):
                mention = mentions[i]
                sentences = self._sentences[at] - self._sentences[mention.tokens.start]
                if self._distance(mention, at) > REACH or sentences > SENTENCES:
                    break
                if mention.tokens.end <= at:
                    yield mention

    def sentences(self, start: int, at: int) -> int:
        """Return how many sentences end between a token and another behind it."""
        return self._sentences[at - 1] - self._sentences[start]

    def _distance(self, mention: Mention, at: int) -> int:
        """Return how many paragraphs lie between."""
        return self._blocks[at] - self._blocks[mention.tokens.start]

    def features(self, mention: Mention, at: int, *, fits: bool = False) -> Features:
        """Return what is seen of a mention from a token behind it."""
        head = self.doc[mention.tokens.start : mention.tokens.end].root
        is_subject = head.dep_ in NOUN_SUBJECTS
        is_main = is_subject and head.head.dep_ in MAIN
        return Features(
            sentence=self.sentences(mention.tokens.end - 1, at),
            paragraph=self._distance(mention, at),
            main_subject=is_main,
            subject=is_subject and not is_main,
            owner=head.dep_ in OWNING,
            quoted=head.i in self._quoted and at not in self._quoted,
            fits=fits,
            named=mention.named,
        )


def _block_numbers(doc: Doc) -> list[int]:
    numbers = [0] * len(doc)
    for number, block in enumerate(blocks_of(doc)):
        for i in range(*block.tokens):
            numbers[i] = number
    return numbers
