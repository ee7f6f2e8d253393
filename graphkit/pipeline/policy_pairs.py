"""From a store to the policies in it that may be one, for people to decide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphkit.errors import InputError
from graphkit.pipeline.answers import opened

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from graphkit.pipeline.answers import StoreLike
    from graphkit.rdf import Store
    from graphkit.records import KnownPolicy, PolicyJudgement, PolicyPair, Span

AROUND = 60
"""Characters on either side of a mention that are quoted with it."""
DEFAULT_MIN_SIMILARITY = 0.7


class Meaning(NamedTuple):
    """How to find names that mean the same: a model, and how close they must lie."""

    folder: Path | None = None
    minimum: float = DEFAULT_MIN_SIMILARITY


def suggest_policy_pairs(
    store: StoreLike,
    *,
    meaning: Meaning | None = None,
    judgements: str | os.PathLike[str] | None = None,
) -> tuple[PolicyPair, ...]:
    """Return the policies that may be one and that nobody has decided of.

    Pairs that a document itself explains come first, then the others by their similarity: of
    these, only policies that somebody takes a stance on or acts about.

    Args:
        store: An open store, or its folder.
        meaning: How to compare names by sentence embeddings; None leaves it out.
        judgements: A file of judgements; what is decided there is left out.

    Raises:
        InputError: The judgements cannot be read.
        MissingExtraError: Names shall be compared, and no model is installed or named.
        ModelError: The model cannot be read.
        StoreError: There is no store.
    """
    from graphkit.identity import explained_pairs, united
    from graphkit.io import read_judgements

    decided = read_judgements(Path(judgements)) if judgements is not None else ()
    settled = {frozenset((j.policy, j.other)) for j in decided}
    with opened(store) as opened_store:
        told = tuple(_known(opened_store))
    known = united(told)
    found: dict[frozenset[str], PolicyPair] = {}
    close = () if meaning is None else _close_pairs(known, meaning)
    for pair in (*explained_pairs(told), *close):
        key = frozenset((pair.first.id, pair.second.id))
        if key not in settled:
            found.setdefault(key, pair)
    return tuple(found.values())


def orphaned_judgements(
    store: StoreLike, judgements: str | os.PathLike[str]
) -> tuple[PolicyJudgement, ...]:
    """Return the judgements that are of no policy in the store, as its texts may have changed.

    Where two policies were judged to be one, only the first has to be there.

    Raises:
        InputError: The judgements cannot be read, or contradict each other.
        StoreError: There is no store.
    """
    from graphkit.identity import canonical_policies
    from graphkit.io import read_judgements

    decided = read_judgements(Path(judgements))
    same = canonical_policies(decided)
    with opened(store) as opened_store:
        known = {policy.id for policy in _known(opened_store)}
    return tuple(j for j in decided if same.get(j.policy, j.policy) not in known)


def write_policy_pairs(pairs: Iterable[PolicyPair], out: str | os.PathLike[str]) -> int:
    """Write pairs to a table for people to fill in, behind what is there; return how many are new.

    Raises:
        InputError: The table is there and cannot be read, or it cannot be written.
    """
    from graphkit.io import add_pairs

    try:
        return add_pairs(Path(out), pairs)
    except OSError as error:
        raise InputError(
            f"{out} cannot be written ({error.strerror}); name another file"
        ) from error


def _known(store: Store) -> Iterator[KnownPolicy]:
    """Yield the policies of each document that is not replaced."""
    from graphkit.identity import known_policy, known_short_name

    for summary in store.documents():
        if summary.replaced_by is not None:
            continue
        extraction, text = store.extraction(summary.id), store.text(summary.id)
        targets: set[str] = {stance.target for stance in extraction.stances}
        targets.update(action.about for action in extraction.actions if action.about is not None)
        for policy in extraction.policies:
            yield known_policy(
                policy,
                day=summary.date,
                quote=_quoted(text, policy.mentions),
                source=summary.source,
                is_target=policy.id in targets,
            )
        for organization in extraction.organizations:
            if organization.id not in targets:
                continue
            quote = _quoted(text, organization.mentions)
            short = known_short_name(organization, quote=quote, source=summary.source)
            if short is not None:
                yield short


def _quoted(text: str, mentions: Iterable[Span]) -> str:
    """Return the words around the first mention, whole ones."""
    first = min(mentions)
    start, end = max(0, first.start - AROUND), min(len(text), first.end + AROUND)
    before, after = text[start : first.start], text[first.end : end]
    if start > 0:
        before = before.partition(" ")[2]
    if end < len(text):
        after = after.rpartition(" ")[0]
    return " ".join(f"{before}{text[first.start : first.end]}{after}".split())


def _close_pairs(known: tuple[KnownPolicy, ...], meaning: Meaning) -> list[PolicyPair]:
    from graphkit.embeddings import alike, load_encoder
    from graphkit.identity import may_be_one
    from graphkit.records import PairReason, PolicyPair

    encoder = load_encoder(meaning.folder)
    held = [policy for policy in known if policy.is_target]
    vectors = encoder.encode([policy.name for policy in held])
    pairs = [
        PolicyPair(
            first=held[i],
            second=held[j],
            reason=PairReason.MEANING,
            similarity=similarity,
        )
        for i, j, similarity in alike(vectors, minimum=meaning.minimum)
        if may_be_one(held[i], held[j])
    ]
    return sorted(pairs, key=lambda p: (-(p.similarity or 0.0), p.first.id, p.second.id))
