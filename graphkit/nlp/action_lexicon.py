"""The words for actions and for taking part in them: `action_*.tsv`, read once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.lexicons import Row, read_table
from graphkit.records import ActionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

KINDS = frozenset(kind.value for kind in ActionKind)
ANY = "any"
ANAPHORIC = "="
NONE = "-"
YES_OR_NO = frozenset({"yes", "no"})
HYPHENED = ("co-", "re-")
"""Prefixes that leave the lemmatizer without a dictionary entry."""

JOINT = frozenset({ActionKind.LETTER, ActionKind.LAWSUIT, ActionKind.AMICUS_BRIEF})
"""Kinds by which people act together."""
TEXTS = JOINT | {ActionKind.RESOLUTION, ActionKind.STATEMENT}
"""Kinds that speak: "the letter says"."""
LEADING_VERBS = frozenset(
    {"coordinate", "head", "initiate", "lead", "organise", "organize", "spearhead"}
)
"""Verbs that say no more than that somebody leads; several who do it lead together."""
JOINT_SUBKINDS = frozenset({"joint statement", "settlement"})
"""The same of finer words."""


class Role(StrEnum):
    """How an actor takes part in an action."""

    LEADER = "leader"
    CO_LEADER = "co-leader"
    """One of several who lead together."""
    SIGNER = "signer"

    @property
    def leads(self) -> bool:
        """Tell whether it is a leader's, alone or with others."""
        return self is not Role.SIGNER


ROLES = frozenset(role.value for role in Role)


@dataclass(frozen=True, slots=True)
class NounCue:
    """A row of `action_nouns.tsv`.

    Attributes:
        kind: None for people who act together.
        anaphoric: Alone, without a word of `needs`, it only refers back.
    """

    kind: ActionKind | None
    subkind: str | None
    needs: frozenset[str]
    anaphoric: bool


@dataclass(frozen=True, slots=True)
class RoleCue:
    """A row of `action_verbs.tsv` or `action_roles.tsv`; no kinds means every kind."""

    kinds: frozenset[ActionKind]
    role: Role
    needs: frozenset[str] = frozenset()
    """Words one of which must stand before the noun; none are needed where it is empty."""

    def fits(self, kind: ActionKind, subkind: str | None = None) -> bool:
        """Tell whether the word can tell of taking part in an action of this kind.

        What is done alone, such as an order, must be named among the kinds; a settlement is not.
        """
        alone = kind is ActionKind.OTHER and subkind not in JOINT_SUBKINDS
        return kind in self.kinds or (not self.kinds and not alone)


class Companion(NamedTuple):
    """A row of `action_companions.tsv`.

    Attributes:
        holds: They share a position, too.
        shares: Of somebody who leads, they lead as well ("led the letter alongside Cem Dal").
    """

    words: tuple[str, ...]
    rule: RoleCue
    holds: bool
    shares: bool


class Deed(NamedTuple):
    """A row of `action_deeds.tsv`; the addressee is the object, or stands after a preposition."""

    kind: ActionKind
    subkind: str | None
    addressee: str


@cache
def noun_cues() -> dict[str, tuple[NounCue, ...]]:
    """Return the nouns that name actions, by lemma; an "action" may be one of two kinds."""
    columns = ("lemma", "kind", "subkind", "needs", "example")
    found: dict[str, tuple[NounCue, ...]] = {}
    for row in read_table("action_nouns.tsv", columns):
        found[row.cell("lemma")] = (*found.get(row.cell("lemma"), ()), _noun_cue(row))
    return found


def _noun_cue(row: Row) -> NounCue:
    needs = _alternatives(row.cell("needs"))
    return NounCue(
        kind=None if row.cell("kind") == ANY else ActionKind(row.choice("kind", KINDS)),
        subkind=_subkind(row),
        needs=needs - {ANAPHORIC},
        anaphoric=ANAPHORIC in needs,
    )


@cache
def verb_cues() -> dict[str, RoleCue]:
    """Return the verbs of taking part, by lemma."""
    rows = read_table("action_verbs.tsv", ("lemma", "kinds", "role", "example"))
    return {row.cell("lemma"): role_cue_from_row(row) for row in rows}


@cache
def role_cues() -> dict[str, RoleCue]:
    """Return the nouns for those who take part, by lemma."""
    rows = read_table("action_roles.tsv", ("lemma", "kinds", "role", "needs", "example"))
    return {
        row.cell("lemma"): replace(role_cue_from_row(row), needs=_alternatives(row.cell("needs")))
        for row in rows
    }


def _alternatives(cell: str) -> frozenset[str]:
    return frozenset(cell.split("|")) - {NONE}


def role_cue_from_row(row: Row) -> RoleCue:
    """Read kinds and role of a row.

    Raises:
        LexiconError: One of them is unknown.
    """
    words = row.cell("kinds").split("|")
    kinds = () if words == [ANY] else (_kind(row, word) for word in words)
    return RoleCue(frozenset(kinds), Role(row.choice("role", ROLES)))


def _kind(row: Row, word: str) -> ActionKind:
    return ActionKind(Row(row.where, {"kind": word}).choice("kind", KINDS))


@cache
def deeds() -> dict[str, Deed]:
    """Return the verbs that are an action by themselves, by lemma."""
    rows = read_table("action_deeds.tsv", ("lemma", "kind", "subkind", "addressee", "example"))
    return {
        row.cell("lemma"): Deed(
            ActionKind(row.choice("kind", KINDS)), _subkind(row), row.cell("addressee")
        )
        for row in rows
    }


@cache
def asking_verbs() -> frozenset[str]:
    """Return the lemmas of verbs by which texts ask for something, beside those of people."""
    rows = read_table("action_asks.tsv", ("lemma", "example"))
    return frozenset(row.cell("lemma") for row in rows)


def _subkind(row: Row) -> str | None:
    return None if row.cell("subkind") == NONE else row.cell("subkind")


@cache
def companions() -> dict[str, tuple[Companion, ...]]:
    """Return the phrases that open a list of companions by their first word, the longest first."""
    columns = ("phrase", "kinds", "role", "holds", "shares", "example")
    rows = read_table("action_companions.tsv", columns)
    found = [
        Companion(
            tuple(row.cell("phrase").split()),
            role_cue_from_row(row),
            row.choice("holds", YES_OR_NO) == "yes",
            row.choice("shares", YES_OR_NO) == "yes",
        )
        for row in rows
    ]
    found.sort(key=lambda c: (-len(c.words), c.words))
    return {
        first: tuple(c for c in found if c.words[0] == first)
        for first in sorted({c.words[0] for c in found})
    }


def companion(token: Token) -> Companion | None:
    """Return the phrase for companions that begins at the token."""
    for found in companions().get(token.lower_, ()):
        words = token.doc[token.i : token.i + len(found.words)]
        if tuple(t.lower_ for t in words) == found.words:
            return found
    return None


def noun_cue(token: Token) -> NounCue | None:
    """Return what action the noun names, None for any other word.

    Of several kinds the one whose words stand around it, else the first.
    """
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    known = next((noun_cues()[lemma] for lemma in lemmas(token) if lemma in noun_cues()), ())
    met = (cue for cue in known if is_met(cue, token))
    return next(met, known[0] if known else None)


def joint_text(token: Token) -> ActionKind | None:
    """Return the kind of the joint text that the noun refers to: "the letter", "the suit"."""
    cue = noun_cue(token)
    if cue is None or cue.kind not in TEXTS or (cue.needs and not cue.anaphoric):
        return None
    return cue.kind


def is_met(cue: NounCue, token: Token) -> bool:
    """Tell whether a word that the cue needs stands before the noun or governs it."""
    if not cue.needs:
        return True
    before = {t.lower_ for t in words_before(token)}
    return bool((before | {token.head.lemma_.lower()}) & cue.needs)


def words_before(token: Token) -> Iterator[Token]:
    """Yield the words of the noun phrase before its head."""
    return (token.doc[i] for i in range(token.left_edge.i, token.i))


def verb_cue(token: Token) -> RoleCue | None:
    """Return how the subject of this verb takes part in an action."""
    if token.pos_ not in {"VERB", "AUX", "ADJ", "NOUN"} or token.tag_ in {"NN", "NNS"}:
        return None
    return next((verb_cues()[lemma] for lemma in lemmas(token) if lemma in verb_cues()), None)


def role_cue(token: Token) -> RoleCue | None:
    """Return how somebody called by this noun takes part in an action."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    cue = next((role_cues()[lemma] for lemma in lemmas(token) if lemma in role_cues()), None)
    if cue is None or not cue.needs:
        return cue
    return cue if {t.lower_ for t in words_before(token)} & cue.needs else None


def lemmas(token: Token) -> tuple[str, ...]:
    """Return the dictionary forms that the word may have, the likeliest first."""
    lower = token.lower_
    found = [token.lemma_.lower(), lower]
    # lemmatizers do not know every verb ("staged" is no "stag"), and none of another tag
    if lower.startswith(HYPHENED) or token.pos_ in {"PROPN", "ADJ", "VERB"}:
        found += _regular_stems(lower)
    return tuple(dict.fromkeys(found))


IRREGULAR = {"led": "lead", "wrote": "write", "written": "write"}
SUFFIXES = (("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("s", ""))


def _regular_stems(lower: str) -> list[str]:
    prefix, _, stem = lower.rpartition("-")
    lead = f"{prefix}-" if prefix else ""
    if stem in IRREGULAR:
        return [lead + IRREGULAR[stem]]
    return [
        lead + stem.removesuffix(suffix) + new for suffix, new in SUFFIXES if stem.endswith(suffix)
    ]
