"""What an action asks for, in the words of the text: "urging the agency to withdraw the rule".

A letter, brief or suit asks by a verb of asking that hangs at its words, has them for subject, or
is said by its members in the same sentence; a suit, petition or bill also by its purpose ("sued to
block the rule", "a bill to ban bags", "the bill would ban bags").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.action_lexicon import asking_verbs
from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.reported_content import verb_phrase_content
from graphkit.nlp.speech_cues import CueKind, SpeechClass, find_cues, load_speech_lexicon
from graphkit.nlp.syntax import VERBS, agents, children, is_negated, is_passive
from graphkit.records import ActionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from graphkit.nlp.action_mentions import Mention
    from graphkit.nlp.member_lists import ActorTable

PURPOSEFUL = frozenset({ActionKind.BILL, ActionKind.LAWSUIT, ActionKind.RESOLUTION})
"""Kinds whose purpose is what they ask for."""
PURPOSEFUL_SUBKINDS = frozenset({"executive order", "petition"})
LAWS = frozenset({ActionKind.BILL, ActionKind.RESOLUTION})
FIRST_PERSON = frozenset({"i", "we"})
ASKING_CLASSES = frozenset({SpeechClass.URGE, SpeechClass.CALL_ON})
MIN_WORDS = 3
"""A shorter demand ("asked them") does not say what for."""
CONSEQUENCES = frozenset({"be", "cause", "cost", "have", "lead", "mean", "result"})
"""Verbs by which others say what a law would bring about."""
HANGING = frozenset({"acl", "advcl", "conj", "relcl", "xcomp"})


class AskFinder:
    """Finds the demands of actions; the verbs of asking of a text are read once."""

    def __init__(self, table: ActorTable) -> None:
        self.table = table
        doc = table.doc
        cues = find_cues(doc, load_speech_lexicon())
        self.verbs = frozenset(cue.verb for cue in cues)
        asking = {c.verb for c in cues if c.speech_class in ASKING_CLASSES and c.kind in _KINDS}
        self.asking = _by_sentence(t for t in doc if t.i in asking or _is_asking(t))

    def ask(self, mentions: Iterable[Mention], members: frozenset[int]) -> TokenRange | None:
        """Return the first demand that the text gives an action, None where it tells none."""
        told = [m for m in mentions if not m.weak and not m.aside]
        for way in (self._hanging, self._purpose):
            found = next((a for m in told for a in way(m)), None)
            if found is not None:
                return found
        return next((a for m in told for a in self._said_by(m, members)), None)

    def of_letter(self) -> TokenRange | None:
        """Return what a text that is a letter asks for first: "we urge you to …"."""
        verbs = (v for sentence in self.asking.values() for v in sentence)
        ours = (v for v in verbs if any(t.lower_ in FIRST_PERSON for t in agents(v)))
        return next((a for v in ours for a in self._phrase(v)), None)

    def _phrase(self, verb: Token) -> Iterator[TokenRange]:
        if is_negated(verb):
            return
        tokens = verb_phrase_content(verb, self.verbs - {verb.i})
        opening = _opening(verb)
        start = tokens.start if opening is None else opening.i
        if tokens.end - start >= MIN_WORDS:
            yield TokenRange(start, tokens.end)

    def _hanging(self, mention: Mention) -> Iterator[TokenRange]:
        """Yield the demand at the words themselves: "a letter urging", "the suit seeks"."""
        anchor = mention.anchor
        for verb in self.asking.get(anchor.sent.start, ()):
            asks = verb == anchor or (anchor in agents(verb) and not is_passive(verb))
            if asks or (verb.i > anchor.i and _hangs(verb, anchor)):
                yield from self._phrase(verb)

    def _purpose(self, mention: Mention) -> Iterator[TokenRange]:
        """Yield the purpose of a suit, petition or bill."""
        if mention.kind not in PURPOSEFUL and mention.subkind not in PURPOSEFUL_SUBKINDS:
            return
        anchor = mention.anchor
        heads = [anchor]
        if anchor.pos_ not in VERBS and anchor.dep_ == "dobj":
            heads.append(anchor.head)
        for head in heads:
            for verb in children(head, "acl", "advcl", "relcl", "xcomp"):
                far = head != anchor and mention.kind in LAWS and verb.left_edge.i != anchor.i + 1
                if verb.i > head.i and _opening(verb) is not None and not far:
                    yield from self._phrase(verb)
        above = anchor.head
        if anchor.dep_ == "nsubj" and mention.kind in LAWS and _would(above) and not mention.quoted:
            yield from self._phrase(above)

    def _said_by(self, mention: Mention, members: frozenset[int]) -> Iterator[TokenRange]:
        """Yield what a member asks for beside the mention: "In the letter, Bee urged"."""
        anchor = mention.anchor
        for verb in self.asking.get(anchor.sent.start, ()):
            saying = {m.place for t in agents(verb) for m in self.table.at(t.i)}
            if saying & members:
                yield from self._phrase(verb)


_KINDS = frozenset({CueKind.URGE, CueKind.JUDGE})


def _is_asking(token: Token) -> bool:
    """Tell a verb that only texts ask by: "the suit seeks an end to the fee"."""
    return token.pos_ in VERBS and token.lemma_.lower() in asking_verbs()


def _hangs(verb: Token, anchor: Token) -> bool:
    """Tell whether the verb hangs at the noun, or at the verb that the noun is the object of."""
    if verb.tag_ not in {"VBG", "VB", "VBZ", "VBD", "VBP"} or verb.dep_ not in HANGING:
        return False
    if verb.dep_ == "conj" and verb.head in anchor.ancestors:
        return not children(verb, "nsubj", "nsubjpass")
    if verb.tag_ not in {"VBG", "VB"} and verb.dep_ != "relcl":
        return False
    return anchor in verb.ancestors or verb.head in anchor.ancestors


def _opening(verb: Token) -> Token | None:
    """Return the first word of "to block the rule" and "would ban bags"."""
    opening = next(iter(children(verb, "aux")), None)
    if opening is None or verb.tag_ != "VB":
        return None
    if opening.lower_ == "to":
        return opening
    return opening if _would(verb) else None


def _would(verb: Token) -> bool:
    """Tell what a law would do from what would come of it ("would lead to layoffs")."""
    if verb.tag_ != "VB" or verb.lemma_ in CONSEQUENCES:
        return False
    return any(c.lower_ in {"would", "will"} for c in children(verb, "aux"))


def _by_sentence(verbs: Iterable[Token]) -> dict[int, list[Token]]:
    found: dict[int, list[Token]] = {}
    for verb in verbs:
        found.setdefault(verb.sent.start, []).append(verb)
    return found
