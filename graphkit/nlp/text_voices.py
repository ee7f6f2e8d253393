"""Who speaks in a text that a document tells of: "the letter says", "the members wrote".

A letter speaks for whoever is told to have written, led, signed or sent it, and for its
signatories as a whole rather than for one of them. Whom it is written to never speaks in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.speech_cues import Role, SpeechLexicon, Voice
from graphkit.nlp.syntax import agents
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from graphkit.nlp.annotations import ActorNote

CARRYING = frozenset({"in", "on", "onto", "to", "with", "through", "via"})
"""Prepositions by which a text hangs at what its author does ("said in a letter")."""
MOST_WORDS_BACK = 800
"""Words between a text that speaks and the last one named, who may have written it."""
SUING = "sue"
"""A verb that makes a suit without naming it."""
KINDS = {
    Voice.JOINT: (EntityKind.GROUP, EntityKind.PERSON, EntityKind.ORGANIZATION),
    Voice.NAMED: (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP),
    Voice.OWN: (EntityKind.PERSON, EntityKind.GROUP, EntityKind.ORGANIZATION),
}
"""Who speaks rather, by the sort of text."""


class _Authorship(NamedTuple):
    """Somebody who made a text one's own, as a leader or by a signature only."""

    at: int
    voice: Voice
    actor: int
    leads: bool


class TextVoices:
    """Looks up the authors of the texts that one document tells of."""

    def __init__(
        self,
        doc: Doc,
        actors: Sequence[ActorNote],
        index: Mapping[int, int],
        lexicon: SpeechLexicon,
    ) -> None:
        self.doc = doc
        self.actors = actors
        self.index = index
        self.lexicon = lexicon
        self._known: tuple[_Authorship, ...] | None = None

    def author(self, head: Token) -> int | None:
        """Return who speaks when `head` speaks: a text, or the signatories of one."""
        voice = self.lexicon.documents.get(noun_of(head))
        if voice is None:
            return None
        if voice is Voice.SIGNERS:
            return self._among_authors(head.i, Voice.JOINT) if _is_definite(head) else None
        for owner in owners(head):
            if owner.i in self.index:
                return self.index[owner.i]
        known = self._among_authors(head.i, voice)
        if known is not None or voice is Voice.NAMED:
            return known
        return self._last_before(head.i, voice)

    def _among_authors(self, at: int, voice: Voice) -> int | None:
        known = [a for a in self._authorships() if a.voice is voice]
        for kind in KINDS[voice]:
            fitting = [a for a in known if self.actors[a.actor].kind is kind]
            if fitting:
                nearest = min(fitting, key=lambda a: (not a.leads, a.at > at, abs(a.at - at)))
                return nearest.actor
        return None

    def _authorships(self) -> tuple[_Authorship, ...]:
        if self._known is None:
            self._known = tuple(self._find_authorships())
        return self._known

    def _find_authorships(self) -> Iterator[_Authorship]:
        for token in self.doc:
            voice = self.lexicon.documents.get(noun_of(token))
            if token.lemma_ == SUING and token.pos_ == "VERB":
                yield from self._authorships_at(token.i, Voice.JOINT, token, ())
            elif voice in KINDS and token.pos_ in {"NOUN", "PROPN"}:
                verb = self._making_verb(token)
                yield from self._authorships_at(token.i, voice, verb, tuple(owners(token)))

    def _authorships_at(
        self, at: int, voice: Voice, verb: Token | None, owning: tuple[Token, ...]
    ) -> Iterator[_Authorship]:
        role = Role.LEADS if verb is None else self.lexicon.authoring.get(verb.lemma_, Role.LEADS)
        for author in (*owning, *self._makers(verb)):
            if author.i in self.index:
                yield _Authorship(at, voice, self.index[author.i], role is Role.LEADS)

    def _making_verb(self, text: Token) -> Token | None:
        """Return the verb for what makes a text one's own: to send it, to say something in it."""
        head = text.head
        if text.dep_ in {"dobj", "nsubjpass"}:
            return head if head.lemma_ in self.lexicon.authoring else None
        if text.dep_ != "pobj" or head.lower_ not in CARRYING:
            return None
        verb = head.head.head if head.head.dep_ in {"dobj", "pobj"} else head.head
        known = self.lexicon.authoring.get(verb.lemma_)
        if verb.pos_ == "VERB" and (head.lower_ == "in" or known is not None):
            return verb
        return None

    def _makers(self, verb: Token | None) -> Iterator[Token]:
        """Yield the verb's subjects; where the parser lost them, the first voice before it."""
        if verb is None:
            return
        found = agents(verb)
        if found:
            yield from found
            return
        voices = {EntityKind.PERSON, EntityKind.GROUP}
        for token in verb.doc[verb.sent.start : verb.i]:
            if token.i in self.index and self.actors[self.index[token.i]].kind in voices:
                yield token
                return

    def _last_before(self, token: int, voice: Voice) -> int | None:
        for kind in KINDS[voice]:
            for i in range(token - 1, max(-1, token - 1 - MOST_WORDS_BACK), -1):
                actor = self.index.get(i)
                if actor is None or self.actors[actor].kind is not kind:
                    continue
                if not is_addressed(self.doc[i]):
                    return actor
        return None


def noun_of(token: Token) -> str:
    """Return the lemma; a capitalised plural ("the Members") is no name."""
    return token.lower_.removesuffix("s") if token.tag_ == "NNPS" else token.lemma_.lower()


def _is_definite(head: Token) -> bool:
    return any(
        c.dep_ in {"det", "poss"} and c.lower_ in {"the", "these", "those"} for c in head.lefts
    )


def owners(head: Token) -> Iterator[Token]:
    """Yield whose text it is: "Bee's letter", "a letter from Bee", "a letter led by Bee"."""
    for child in head.children:
        if child.dep_ in {"poss", "compound"}:
            yield child
        elif child.dep_ == "prep" and child.lower_ in {"from", "by"}:
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ in {"acl", "relcl"}:
            agent = [c for c in child.children if c.dep_ == "agent"]
            yield from (c for a in agent for c in a.children if c.dep_ == "pobj")


def is_addressed(token: Token) -> bool:
    """Tell whether a text or a message goes to whom the token names: "a letter to Bee"."""
    current = token
    while current.dep_ in {"compound", "appos", "conj", "nmod", "flat"}:
        current = current.head
    return current.dep_ == "pobj" and current.head.lower_ == "to"
