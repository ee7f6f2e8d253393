"""From the words that name a speaker to an actor; and who says "I" inside a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import TokenRange, actor_index, actors_of, tokens_of_characters
from graphkit.nlp.clause_speakers import clause_speaker, is_stray
from graphkit.nlp.syntax import FINITE_TAGS, NOUN_SUBJECTS
from graphkit.nlp.text_voices import TextVoices, is_addressed
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from graphkit.nlp.speech_cues import SpeechLexicon

NAMED = 0.95
REFERRED = 0.85
DESCRIBED = 0.75
INFERRED = 0.85
UNKNOWN = 0.4
"""Confidences: the cue's subject is a name, a pronoun, a description of somebody named, is
inferred, or is nobody known. Of 75 pronouns 0.91 mean whom we say, of 26 descriptions 0.77."""
LONGEST_TITLE = 10
"""Words of an office between the name of an organization and that of its officer."""
NAME_PARTS = frozenset({"compound", "appos", "nmod", "flat"})
FIRST_PERSON = frozenset(
    {"i", "we", "us", "me", "my", "our", "mine", "ours", "myself", "ourselves"}
)
VOICES = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.ORGANIZATION, EntityKind.PARTY})
"""Who may be meant where only the text before a quotation tells."""


class Speaker(NamedTuple):
    """An actor who speaks, how sure that is, and who says the same words together with it."""

    actor: int | None
    confidence: float
    joint: tuple[int, ...] = ()


class Speakers:
    """Looks up who is meant by words of one document."""

    def __init__(self, doc: Doc, lexicon: SpeechLexicon) -> None:
        self.doc = doc
        self.actors = actors_of(doc)
        self.index = actor_index(doc)
        self.texts = TextVoices(doc, self.actors, self.index, lexicon)
        self._shared: dict[int, set[int]] = {}
        for place, actor in enumerate(self.actors):
            for start, end in actor.references:
                if end - start == 1:
                    self._shared.setdefault(start, set()).add(place)
        self._named = {i for actor in self.actors for r in actor.names for i in range(*r)}

    def of_sources(self, sources: Sequence[int]) -> Speaker:
        """Return the actor that the first resolvable head word names, the others as joint.

        In "Bee and Dee said" Bee is the speaker and Dee speaks jointly with her.
        """
        for i in sources:
            actor = self._of_head(self.doc[i])
            if actor is not None:
                actor = self._person_behind(i, actor)
                return Speaker(actor, self._confidence(i), self._joint(i, sources, actor))
        for i in sources:
            actor = self.texts.author(self.doc[i])
            if actor is not None:
                return Speaker(actor, INFERRED)
        return Speaker(None, UNKNOWN)

    def of_cue(self, verb: Token, sources: Sequence[int]) -> Speaker:
        """Return who says it, given the verb and the words that the parser makes its subject."""
        if not sources:
            found = self.before_verb(verb)
        else:
            found = self.of_sources(sources)
            if not is_stray(self.doc[sources[0]], verb):
                return found
        if found.actor is not None:
            return found
        actor = clause_speaker(self.doc, verb, self.index)
        return found if actor is None else Speaker(actor, DESCRIBED)

    def _joint(self, first: int, sources: Sequence[int], speaker: int) -> tuple[int, ...]:
        """Return who else is coordinated with the first head word, or meant by "they"."""
        heads = [t for t in self.doc[first].conjuncts if t.i in sources]
        found = {self._of_head(head) for head in heads} | self._shared.get(first, set())
        return tuple(sorted(a for a in found if a is not None and a != speaker))

    def _confidence(self, head: int) -> float:
        if head in self._named:
            return NAMED
        return REFERRED if self.doc[head].pos_ == "PRON" else DESCRIBED

    def before_verb(self, verb: Token) -> Speaker:
        """Return the one actor between the start of a sentence and a verb without a subject."""
        words = [t for t in self.doc[verb.sent.start : verb.i] if not t.is_space]
        if any(t.tag_ in FINITE_TAGS or t.is_quote for t in words):
            return Speaker(None, UNKNOWN)
        comma = max((n for n, t in enumerate(words) if t.text == ","), default=0)
        if words and words[0].pos_ == "ADP":  # "In a letter to Bee and Dee, the mayors …"
            words = words[comma:]
        is_fronted = bool(words) and words[0].text == ","
        found = [
            self.index[t.i]
            for t in words
            if t.i in self.index and self._is_voice(t.i) and (is_fronted or not is_addressed(t))
        ]
        return Speaker(found[0], INFERRED) if found else Speaker(None, UNKNOWN)

    def _of_head(self, head: Token) -> int | None:
        """Return the actor that a head word names, or the name beside it does.

        "the group's spokesman, Ann Bee" is Ann Bee, whatever the spokesman is held for.
        """
        own = self.index.get(head.i)
        if own is not None and self._is_person(own):
            return own
        beside = sorted(
            (c for c in head.children if c.dep_ in NAME_PARTS and c.i in self.index),
            key=lambda c: (c.dep_ != "appos", c.i),
        )
        named = [self.index[c.i] for c in beside if c.dep_ == "appos" or own is None]
        people = [actor for actor in named if self._is_person(actor)]
        if people or own is not None:
            return people[0] if people else own
        return named[0] if named and beside[0].dep_ == "appos" else None

    def of_signature(self, sources: Sequence[int]) -> Speaker:
        """Return the person, else the first actor, among the words behind a dash."""
        found = [self.index[i] for i in sources if i in self.index]
        people = [actor for actor in found if self._is_person(actor)]
        chosen = next(iter([*people, *found]), None)
        return Speaker(chosen, UNKNOWN if chosen is None else NAMED)

    def person_called(self, label: str) -> int | None:
        """Return the person of this name or surname, in whatever case; titles may precede it."""
        wanted = label.casefold().split()
        for place, actor in enumerate(self.actors):
            names = [n.casefold().split() for n in (actor.name, *actor.aliases)]
            if not self._is_person(place):
                continue
            if any(n[-1:] == wanted or wanted[-len(n) :] == n for n in names):
                return place
        return None

    def actor_in(self, start: int, end: int) -> int | None:
        """Return the first actor that is named between two characters."""
        tokens = tokens_of_characters(self.doc, start, end) or TokenRange(0, 0)
        return next((self.index[i] for i in range(*tokens) if i in self.index), None)

    def _person_behind(self, head: int, actor: int) -> int:
        """Read on from an organization to its officer: "the Mill Union president Ann Bee"."""
        if self._is_person(actor) or self.actors[actor].kind is EntityKind.GROUP:
            return actor
        for token in self.doc[head + 1 : head + 1 + LONGEST_TITLE]:
            if token.pos_ not in {"NOUN", "PROPN", "ADJ", "SPACE"} and token.text not in {"(", ")"}:
                return actor
            if token.i in self.index and self._is_person(self.index[token.i]):
                return self.index[token.i]
        return actor

    def _is_person(self, actor: int) -> bool:
        return self.actors[actor].kind is EntityKind.PERSON

    def subject_of(self, within: TokenRange) -> int | None:
        """Return the actor who is the subject of the last sentence there, else its last voice."""
        words = self.doc[within.start : within.end]
        subjects = [t for t in words if t.dep_ in NOUN_SUBJECTS and t.head.dep_ in {"ROOT", "conj"}]
        for subject in reversed(subjects):
            actor = self._of_head(subject)
            if actor is not None:
                return actor
        people = {self.index[t.i] for t in words if t.i in self.index and self._is_voice(t.i)}
        return people.pop() if len(people) == 1 else None

    def _is_voice(self, token: int) -> bool:
        return self.actors[self.index[token]].kind in VOICES


def is_first_person(token: Token) -> bool:
    """Tell whether the token is a pronoun by which a speaker means himself or his side."""
    return token.lower_ in FIRST_PERSON
