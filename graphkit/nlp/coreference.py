"""Resolve pronouns and nominal mentions: "she", "they", "the governor", "the coalition"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from math import log2
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.candidates import WEIGHTS, Candidates, Mention
from graphkit.nlp.designations import Described, Designation, is_shown
from graphkit.nlp.groups import collectives, roles
from graphkit.nlp.names import given_names, parse_name
from graphkit.nlp.reference_events import Event, find_events, speaks_by_office
from graphkit.nlp.speech_cues import load_speech_lexicon
from graphkit.nlp.syntax import NOUN_SUBJECTS, PLURAL
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from graphkit.nlp.annotations import ActorNote, TenureNote
    from graphkit.nlp.groups import GroupMention
    from graphkit.nlp.titles import TitlePhrase

POSSESSIVE = "PRP$"
"""Tag of "his", "her", "their"."""
NOBODY = -1
"""Stands for a plural noun that is no actor."""
UNLIMITED = -100.0
LEAST = 1.0
"""Scores below which a description means nobody, where it was used before and where not."""
MOST_TOGETHER = 5
"""People who stand together as a subject; of a longer list the rest is left out."""
RIVAL_REACH = 60
"""Tokens back in which such a noun may stand."""
ORGANIZATIONS = frozenset({EntityKind.ORGANIZATION, EntityKind.GOVERNMENT, EntityKind.PARTY})
MEN = frozenset(
    {"Mr", "Mr.", "Congressman", "Councilman", "Assemblyman", "Chairman", "Sir", "Lord"}
)
WOMEN = frozenset(
    {"Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Congresswoman", "Councilwoman", "Assemblywoman"}
    | {"Chairwoman", "Dame", "Lady", "Baroness"}
)


def resolve(
    doc: Doc,
    actors: tuple[ActorNote, ...],
    again: list[GroupMention],
    quoted: frozenset[int],
) -> tuple[ActorNote, ...]:
    """Return the actors with the references found; named mentions stay as they are."""
    resolver = _Resolver(doc, actors, quoted)
    for event in sorted(
        find_events(doc, again, resolver.taken, resolver.people), key=lambda e: e.start
    ):
        resolver.read(event)
    return tuple(
        replace(
            actor,
            references=tuple(sorted(resolver.references[place])),
            owning=tuple(sorted(resolver.owning[place])),
        )
        for place, actor in enumerate(actors)
    )


class _Resolver:
    """Reads the text once from start to end and remembers who was meant where."""

    def __init__(self, doc: Doc, actors: tuple[ActorNote, ...], quoted: frozenset[int]) -> None:
        self.doc = doc
        self.actors = actors
        self.references: list[list[TokenRange]] = [list(a.references) for a in actors]
        self.owning: list[list[TokenRange]] = [list(a.owning) for a in actors]
        self._quoted = quoted
        mentions = [
            Mention(span, place, named=True)
            for place, actor in enumerate(actors)
            for span in actor.names
        ]
        self._candidates = Candidates(doc, mentions, quoted)
        self._described = Described(doc, actors, {i for m in mentions for i in range(*m.tokens)})
        self.taken = frozenset(i for m in mentions for i in range(*m.tokens))
        self.people = frozenset(
            i
            for m in mentions
            if actors[m.actor].kind is EntityKind.PERSON
            for i in range(*m.tokens)
        )
        self._genders = [gender_of(doc, actor) for actor in actors]
        self._together = self._coordinated(mentions)

    def _coordinated(self, mentions: list[Mention]) -> dict[int, tuple[int, ...]]:
        """Return who stands together as a subject ("Bee and Dee"), by where each mention starts."""
        people = {
            self._head(m).i: m for m in mentions if self.actors[m.actor].kind is EntityKind.PERSON
        }
        together: dict[int, tuple[int, ...]] = {}
        for i in people:
            if self.doc[i].dep_ not in NOUN_SUBJECTS:
                continue
            heads = [t for t in _first_conjuncts(self.doc[i]) if t.i in people]
            places = tuple(sorted({people[t.i].actor for t in heads}))
            if len(places) > 1:
                together.update((people[t.i].tokens.start, places) for t in heads)
        return together

    def read(self, event: Event) -> None:
        """Resolve one event, if anything fits."""
        if event.start in self._quoted and event.pronoun is not None:
            return
        span = TokenRange(event.start, event.end)
        if event.pronoun == "several":
            actor, others = self._several_at(event)
        else:
            actor, others = self._actor_of(event), ()
        if actor is None:
            return
        is_owning = self._is_owning(event)
        for place in {actor, *others}:
            (self.owning if is_owning else self.references)[place].append(span)
        if is_owning:
            return
        self._candidates.add(Mention(span, actor, named=False))
        if event.pronoun in {"man", "woman"} and self._genders[actor] is None:
            self._genders[actor] = event.pronoun

    def _is_owning(self, event: Event) -> bool:
        """Tell "her plan" and "the mayor's plan", which tell nothing of the person yet."""
        behind = self.doc[event.end] if event.end < len(self.doc) else None
        is_marked = behind is not None and behind.tag_ == "POS"
        if is_marked and not speaks_by_office(self.doc, event.end):
            return True
        return self.doc[event.end - 1].tag_ == POSSESSIVE

    def _several_at(self, event: Event) -> tuple[int | None, tuple[int, ...]]:
        """Return whom "they" means: a group, an organization, or people who stand together."""
        best = self._best_mention(event, self._several() | {NOBODY})
        if best is None or best.actor == NOBODY:
            return None, ()
        return best.actor, self._together.get(best.tokens.start, ())

    def _actor_of(self, event: Event) -> int | None:
        if event.pronoun is not None:
            people = self._of_kind(frozenset({EntityKind.PERSON}))
            fitting = [p for p in people if self._genders[p] in {None, event.pronoun}]
            return self._best(event, frozenset(fitting))
        if event.group is not None:
            return self._group(event, event.group)
        if event.title is not None:
            holder = self._holder(event, event.title)
        elif event.designation is not None and event.designation.end != event.end:
            holder = None
        else:
            holder = self._collective(event)
        if holder is None and event.designation is not None:
            return self._designated(event, event.designation)
        return holder

    def _designated(self, event: Event, designation: Designation) -> int | None:
        """Return whom a description means: who was described so, else who is told of."""
        near = {mention.actor for mention in self._candidates.recent(event.start)}
        allowed = frozenset(
            place
            for place in self._described.allowed(designation, near)
            if designation.refers not in {"man", "woman"}
            or self._genders[place] in {None, designation.refers}
        )
        known = allowed & self._described.by(designation.noun)
        if known or designation.is_new or self._described.is_nameless(designation):
            return self._most_prominent(event, known, UNLIMITED)
        if event.title is not None:
            # somebody with another office is not "the governor"
            allowed = frozenset(p for p in allowed if not self.actors[p].tenures)
        allowed -= self._described.otherwise
        shown = frozenset(
            place
            for place in allowed
            if is_shown(self.actors[place], designation)
            or self._genders[place] == designation.refers
        )
        if shown:
            return self._most_prominent(event, shown, UNLIMITED)
        return self._most_prominent(event, allowed, LEAST)

    def _most_prominent(self, event: Event, places: frozenset[int], least: float) -> int | None:
        """Return the best of those whom the text tells much of.

        The subject of a clause is not described anew inside of it ("Bee said the senator …").
        """
        noun = self.doc[event.end - 1]
        above = {noun.i, *(t.i for t in noun.ancestors)}
        mentions = tuple(self._candidates.recent(event.start))
        governing = {m.actor for m in mentions if self._head(m).head.i in above}
        best: tuple[float, int] | None = None
        for mention in mentions:
            if mention.actor not in places or mention.actor in governing:
                continue
            score = self._candidates.features(mention, event.start).score()
            score += WEIGHTS.prominent * log2(1 + len(self.actors[mention.actor].names))
            best = max(best or (score, mention.actor), (score, mention.actor))
        return None if best is None or best[0] < least else best[1]

    def _head(self, mention: Mention) -> Token:
        return self.doc[mention.tokens.start : mention.tokens.end].root

    def _of_kind(self, kinds: frozenset[EntityKind]) -> frozenset[int]:
        return frozenset(p for p, a in enumerate(self.actors) if a.kind in kinds)

    def _several(self) -> frozenset[int]:
        return self._of_kind(frozenset({EntityKind.GROUP}) | ORGANIZATIONS)

    def _best(self, event: Event, places: frozenset[int]) -> int | None:
        """Return the actor whose last mention before the event fits best."""
        best = self._best_mention(event, places)
        return None if best is None else best.actor

    def _best_mention(self, event: Event, places: frozenset[int]) -> Mention | None:
        rivals = self._rivals(event) if NOBODY in places else []
        scored = [
            (self._score(mention, event), mention.tokens.start, mention.actor, mention)
            for mention in (*self._candidates.recent(event.start), *rivals)
            if mention.actor in places
            or (event.pronoun == "several" and mention.tokens.start in self._together)
        ]
        return max(scored)[3] if scored else None

    def _rivals(self, event: Event) -> list[Mention]:
        """Return the plural nouns that are no actors but may be meant by "they".

        Only people say something, so before a verb of speech the nouns for people alone count.
        """
        verb = self.doc[event.start].head
        speaks = verb.lemma_.lower() in speech_verbs()
        floor = max(0, event.start - RIVAL_REACH)
        return [
            Mention(TokenRange(token.i, token.i + 1), NOBODY, named=False)
            for token in self.doc[floor : event.start]
            if token.tag_ in PLURAL
            and token.i not in self.taken
            and (not speaks or roles().at(self.doc, token.i, token.i + 1) is not None)
        ]

    def _score(self, mention: Mention, event: Event) -> float:
        fits = mention.actor != NOBODY and self._genders[mention.actor] == event.pronoun
        known = event.pronoun in {"man", "woman"} and fits
        score = self._candidates.features(mention, event.start, fits=known).score()
        if event.pronoun == "several" and mention.actor != NOBODY:
            group = (
                self.actors[mention.actor].kind is EntityKind.GROUP
                or mention.tokens.start in self._together
            )
            score += WEIGHTS.several if group else WEIGHTS.singular
        return score

    def _holder(self, event: Event, title: TitlePhrase) -> int | None:
        """Return the nearest person with the office that the words name."""
        holders = [
            place
            for place, actor in enumerate(self.actors)
            if actor.kind is EntityKind.PERSON
            and any(_fits_office(tenure, title) for tenure in actor.tenures)
            and (title.party is None or actor.party in {None, title.party})
        ]
        if len(holders) == 1:
            return holders[0]
        return self._best(event, frozenset(holders))

    def _group(self, event: Event, mention: GroupMention) -> int | None:
        head = self.doc[mention.head_start : mention.head_end].text.lower()
        groups = self._of_kind(frozenset({EntityKind.GROUP}))
        exact = frozenset(p for p in groups if head in (self.actors[p].role or "").lower())
        return self._best(event, exact)

    def _collective(self, event: Event) -> int | None:
        """Return whom "the coalition", "the department" takes up."""
        noun = self.doc[event.end - 1].lower_
        groups = self._of_kind(frozenset({EntityKind.GROUP}))
        named = frozenset(p for p in groups if self._has_word(p, noun))
        counted = frozenset(p for p in groups if self.actors[p].count is not None)
        organizations = self._of_kind(ORGANIZATIONS)
        called = frozenset(p for p in organizations if self._has_word(p, noun))
        takes_up = collectives().get(noun, False)
        for places in (named, called, counted if takes_up else frozenset()):
            found = self._best(event, places)
            if found is not None:
                return found
        return self._best(event, organizations) if noun == "group" else None

    def _has_word(self, place: int, noun: str) -> bool:
        actor = self.actors[place]
        return any(noun in name.lower().split() for name in (actor.name, *actor.aliases))


def _first_conjuncts(head: Token) -> list[Token]:
    """Return a noun and those joined to it, a few of them: a list may have thousands."""
    found = [head]
    while len(found) <= MOST_TOGETHER:
        following = next((c for c in found[-1].rights if c.dep_ == "conj"), None)
        if following is None:
            return found
        found.append(following)
    return found


def _fits_office(tenure: TenureNote, title: TitlePhrase) -> bool:
    """Tell whether an office is what "the governor", "the Ohio senator", "the FCC chair" means."""
    office = tenure.office.casefold()
    if title.form.office.casefold() not in office:
        return False
    if title.place is not None and tenure.jurisdiction not in {None, title.place.name}:
        return False
    body = (title.office or "").casefold().removesuffix(title.form.office.casefold()).split()
    return not body or body[0] in office.split()


def gender_of(doc: Doc, actor: ActorNote) -> str | None:
    """Return man or woman by courtesy or title, else by the given name; None where unknown."""
    if actor.kind is not EntityKind.PERSON:
        return None
    for span in actor.names:
        before = doc[span.start - 1].text.title() if span.start > 0 else ""
        if before in MEN:
            return "man"
        if before in WOMEN:
            return "woman"
    name = parse_name(actor.name)
    known = given_names().get(name.given or "") if name is not None else None
    return known if known in {"man", "woman"} else None


@cache
def speech_verbs() -> frozenset[str]:
    """Return the verbs of saying, by lemma."""
    return frozenset(load_speech_lexicon().verbs)
