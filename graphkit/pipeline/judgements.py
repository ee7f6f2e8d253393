"""Let readers give one id to the policies that people judged to be one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.pipeline.workers import digest_of

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping

    from graphkit.ids import PolicyId, TargetId
    from graphkit.pipeline.workers import Readers
    from graphkit.records import Document, Extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """Which policies are another one, and what tells these judgements from others."""

    same: Mapping[TargetId, PolicyId]
    digest: str


def load_judgements(path: str | os.PathLike[str] | None) -> Judgements | None:
    """Return the judgements in the file; None where no file is named, or it has none yet.

    Raises:
        InputError: The file cannot be read, a row is no judgement, or two contradict each other.
    """
    if path is None:
        return None
    from graphkit.identity import canonical_policies
    from graphkit.io import read_judgements

    same = canonical_policies(read_judgements(Path(path)))
    if not same:
        return None
    digest = digest_of(sorted(same.items()))
    return Judgements(same=same, digest=digest)


def judging(readers: Readers, judgements: Judgements | None) -> Readers:
    """Return readers that know which policies are one."""
    if judgements is None:
        return readers
    same = judgements.same

    def start(document: Document) -> Callable[[], Extraction]:
        from graphkit.identity import apply_judgements

        reading = readers.start(document)
        return lambda: apply_judgements(reading(), same)

    return replace(
        readers,
        settings=(*readers.settings, ("judgements", judgements.digest)),
        start=start,
    )
