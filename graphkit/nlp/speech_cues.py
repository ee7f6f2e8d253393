"""Words that announce speech: which verbs, and where they stand in a text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.lexicons import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from graphkit.nlp.lexicons import Row

CUE_COLUMNS = ("lemma", "particle", "kind", "class", "plain", "example")
DOCUMENT_COLUMNS = ("noun", "voice", "example")
AUTHORING_COLUMNS = ("lemma", "role", "example")
NO_PARTICLE = "-"
MOST_WORDS_TO_PARTICLE = 2
"""One adverb or day may stand between them ("called Monday for"), no object."""
MOST_WORDS_TO_QUOTATION = 6
"""Words between the marks and a verb that was read as a noun."""
_PARTICLE_LABELS = frozenset({"prep", "prt", "acomp", "advmod", "ccomp", "xcomp", "oprd", "dative"})
_CLAUSE_LABELS = frozenset({"xcomp", "ccomp", "advcl"})
_MISTAGGED = frozenset({"NNS", "NN", "NNP", "NNPS"})
"""Tags that the tagger gives to "says", "stress" and "tweets" beside what is said."""
_HEADS_OF_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl", "parataxis", "dep"})


class CueKind(StrEnum):
    """What follows the verb; the data file explains each."""

    SAY = "say"
    QUOTE = "quote"
    DOCUMENT = "document"
    URGE = "urge"
    VOW = "vow"
    EXPRESS = "express"
    JUDGE = "judge"
    ASK = "ask"
    THINK = "think"
    ACCORDING = "according"
    """Not a verb: "according to"."""
    WORD = "word"
    """Not a verb: a noun or adjective ("the claim that")."""


class SpeechClass(StrEnum):
    """What a speaker does by saying it."""

    ACCUSE = "accuse"
    ADMIT = "admit"
    ANNOUNCE = "announce"
    ASK = "ask"
    BELIEVE = "believe"
    CALL_ON = "call on"
    DENY = "deny"
    DESCRIBE = "describe"
    FEEL = "feel"
    INTEND = "intend"
    MENTION = "mention"
    PRAISE = "praise"
    PROMISE = "promise"
    REFUSE = "refuse"
    SAY = "say"
    SHOW = "show"
    URGE = "urge"
    UTTER = "utter"
    WARN = "warn"


class Voice(StrEnum):
    """For whom a text speaks."""

    JOINT = "joint"
    NAMED = "named"
    OWN = "own"
    SIGNERS = "signers"


class Role(StrEnum):
    """What somebody is to a text."""

    LEADS = "leads"
    SIGNS = "signs"


ANNOUNCING = frozenset(
    {CueKind.ASK, CueKind.SAY, CueKind.QUOTE, CueKind.DOCUMENT, CueKind.VOW, CueKind.URGE}
)
"""Kinds that announce a quotation beside them."""
CLAUSAL = frozenset({CueKind.SAY, CueKind.VOW, CueKind.THINK})
"""Kinds that take a that-clause."""
LISTED_KINDS = frozenset(CueKind) - {CueKind.ACCORDING, CueKind.WORD}


class CueEntry(NamedTuple):
    """What the list says of a verb; `plain` if it reports also without quotation marks."""

    kind: CueKind
    speech_class: SpeechClass
    plain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechLexicon:
    """The verbs by lemma and then by particle, the texts that speak, and how one makes them."""

    verbs: Mapping[str, Mapping[str, CueEntry]]
    documents: Mapping[str, Voice]
    authoring: Mapping[str, Role]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """An announcing verb where it stands.

    Attributes:
        verb: Its token.
        tokens: The verb with its particle, where that is the next word.
        has_particle: A listed particle stands with it.
        plain: What it reports is a statement also without quotation marks.
    """

    verb: int
    tokens: TokenRange
    kind: CueKind
    speech_class: SpeechClass = SpeechClass.SAY
    has_particle: bool = False
    plain: bool = True


@cache
def load_speech_lexicon() -> SpeechLexicon:
    """Return the packaged lists, which are read once.

    Raises:
        LexiconError: A row is not as its header says.
    """
    return SpeechLexicon(
        verbs=verbs_from_rows(read_table("speech_cues.tsv", CUE_COLUMNS)),
        documents=documents_from_rows(read_table("speech_documents.tsv", DOCUMENT_COLUMNS)),
        authoring=authoring_from_rows(read_table("authoring_verbs.tsv", AUTHORING_COLUMNS)),
    )


def verbs_from_rows(rows: Iterable[Row]) -> dict[str, dict[str, CueEntry]]:
    """Return the entries of the verbs by lemma and particle."""
    verbs: dict[str, dict[str, CueEntry]] = {}
    kinds = frozenset(kind.value for kind in LISTED_KINDS)
    classes = frozenset(each.value for each in SpeechClass)
    for row in rows:
        entry = CueEntry(
            kind=CueKind(row.choice("kind", kinds)),
            speech_class=SpeechClass(row.choice("class", classes)),
            plain=row.choice("plain", frozenset({"yes", "no"})) == "yes",
        )
        verbs.setdefault(row.cell("lemma"), {})[row.cell("particle")] = entry
    return verbs


def documents_from_rows(rows: Iterable[Row]) -> dict[str, Voice]:
    """Return for whom each kind of text speaks."""
    allowed = frozenset(voice.value for voice in Voice)
    return {row.cell("noun"): Voice(row.choice("voice", allowed)) for row in rows}


def authoring_from_rows(rows: Iterable[Row]) -> dict[str, Role]:
    """Return what each verb makes of its subject."""
    allowed = frozenset(role.value for role in Role)
    return {row.cell("lemma"): Role(row.choice("role", allowed)) for row in rows}


def find_cues(doc: Doc, lexicon: SpeechLexicon) -> tuple[Cue, ...]:
    """Return the announcing verbs of `doc` in order, denied ones left out."""
    found = (_cue_at(token, lexicon) for token in doc)
    return tuple(cue for cue in found if cue is not None)


def cues_within(cues: Sequence[Cue], tokens: TokenRange) -> Sequence[Cue]:
    """Return those of the cues, which are in order, whose verb lies in the range."""
    first = bisect_left(cues, tokens.start, key=lambda cue: cue.verb)
    return cues[first : bisect_left(cues, tokens.end, key=lambda cue: cue.verb)]


def _cue_at(token: Token, lexicon: SpeechLexicon) -> Cue | None:
    particles = lexicon.verbs.get(token.lemma_.lower())
    if particles is None or not _is_used_as_verb(token, particles):
        return None
    for particle, entry in particles.items():
        if particle != NO_PARTICLE and has_particle(token, particle):
            return _cue(token, particle, entry)
    bare = particles.get(NO_PARTICLE)
    return None if bare is None else _cue(token, NO_PARTICLE, bare)


def _cue(verb: Token, particle: str, entry: CueEntry) -> Cue:
    return Cue(
        verb=verb.i,
        tokens=_with_particle(verb, particle),
        kind=entry.kind,
        speech_class=entry.speech_class,
        has_particle=particle != NO_PARTICLE,
        plain=entry.plain,
    )


def _is_used_as_verb(token: Token, particles: Mapping[str, CueEntry]) -> bool:
    if token.pos_ in {"VERB", "AUX"}:
        return True
    bare = particles.get(NO_PARTICLE)
    if bare is None or bare.kind not in CLAUSAL | {CueKind.DOCUMENT}:
        return False
    if token.tag_ not in _MISTAGGED:
        return False
    if _follows_quotation(token):
        return True
    return token.dep_ in _HEADS_OF_CLAUSES and (_takes_clause(token) or _is_third_person(token))


def _follows_quotation(token: Token) -> bool:
    """Tell whether it ends what stands behind a quotation: '“A rout,” the Bees | state'."""
    doc, i = token.doc, token.i
    is_last = i + 1 == len(doc) or doc[i + 1].is_punct or doc[i + 1].pos_ == "ADP"
    if not is_last or i == 0 or doc[i - 1].pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
        return False
    for word in reversed(doc[max(1, i - MOST_WORDS_TO_QUOTATION) : i]):
        if word.is_quote:
            return doc[word.i - 1].text[-1:] == ","
        if word.pos_ in {"VERB", "AUX", "ADP"} or word.is_punct:
            return False
    return False


def _takes_clause(token: Token) -> bool:
    """Tell whether a clause with "that" hangs at the token: "Bee and Lee | stress that"."""
    return any(
        c.dep_ == "ccomp" and c.i > token.i and any(m.dep_ == "mark" for m in c.lefts)
        for c in token.children
    )


def _is_third_person(token: Token) -> bool:
    """Tell whether it is "says" or its like: a plural that stands behind its supposed compound."""
    return token.tag_ == "NNS" and token.i > 0 and token.nbor(-1).pos_ in {"NOUN", "PROPN", "PRON"}


def has_particle(verb: Token, particle: str) -> bool:
    """Tell whether the particle hangs beside the verb, or is the "to" of its infinitive."""
    for child in verb.children:
        is_beside = 0 < child.i - verb.i <= MOST_WORDS_TO_PARTICLE
        if child.lower_ == particle and child.dep_ in _PARTICLE_LABELS and is_beside:
            return True
        if child.dep_ in _CLAUSE_LABELS and child.i > verb.i and _opens(child, particle, verb):
            return True
    return False


def _opens(clause: Token, particle: str, verb: Token) -> bool:
    """Tell whether the particle opens the clause: "asked them to go", "called for them to go"."""
    for word in clause.lefts:
        is_beside = word.i - verb.i <= MOST_WORDS_TO_PARTICLE
        if word.lower_ == particle and (word.dep_ == "aux" or (word.dep_ == "mark" and is_beside)):
            return True
    return False


def _with_particle(verb: Token, particle: str) -> TokenRange:
    following = verb.i + 1
    is_next = following < len(verb.doc) and verb.doc[following].lower_ == particle
    return TokenRange(verb.i, following + 1 if is_next and particle != "to" else following)
