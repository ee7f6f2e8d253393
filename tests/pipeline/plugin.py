"""A small package that brings an extractor of its own, as users may write one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

EXTRACTOR = r"""
import re
import warnings

from graphkit.ids import ActorId, PolicyId, TargetId, mint_span_id, mint_stance_id
from graphkit.records import Evidence, EvidenceKind, Extraction, Person, Policy, Polarity
from graphkit.records import Span, Stance

SAID = re.compile(r"(Ann Bee|Carl Dee)[^.]*?(backs|opposes) [^.]*?(fee|Act)")
SIGNS = {"backs": Polarity.SUPPORTS, "opposes": Polarity.OPPOSES}


class Keywords:
    def __init__(self, model):
        self.settings = (("words", model or "plain"),)

    def extract(self, document, /):
        match = SAID.search(document.text)
        if match is None:
            return Extraction(document=document.id)
        who, what, whole = (
            Span(document=document.id, start=match.start(part), end=match.end(part))
            for part in (1, 3, 0)
        )
        actor = ActorId(mint_span_id("person", document.id, who.start, who.end))
        policy = PolicyId(mint_span_id("policy", document.id, what.start, what.end))
        polarity = SIGNS[match[2]]
        stance = Stance(
            id=mint_stance_id(
                document.id, holder=match.span(1), target=match.span(3), polarity=polarity
            ),
            holder=actor,
            target=TargetId(policy),
            polarity=polarity,
            confidence=0.9,
            evidence=(Evidence(span=whole, kind=EvidenceKind.NARRATED),),
        )
        return Extraction(
            document=document.id,
            people=(Person(id=actor, name=match[1], mentions=(who,)),),
            policies=(Policy(id=policy, name=match[3], mentions=(what,)),),
            stances=(stance,),
        )


class Elsewhere(Keywords):
    def extract(self, document, /):
        far = Span(document=document.id, start=0, end=len(document.text) + 1)
        person = Person(id=ActorId("person/x"), name="X", mentions=(far,))
        return Extraction(document=document.id, people=(person,))


class Anxious(Keywords):
    def extract(self, document, /):
        warnings.warn(f"{document.path} is doubtful")
        return super().extract(document)


class OtherDocument(Keywords):
    def extract(self, document, /):
        return Extraction(document="document/other")


def make_nothing(model):
    return object()


def make_error(model):
    raise RuntimeError("no weights")
"""
NAMES = {
    "keywords": "Keywords",
    "anxious": "Anxious",
    "elsewhere": "Elsewhere",
    "other-document": "OtherDocument",
    "nothing": "make_nothing",
    "broken": "make_error",
    "missing": "no_such_name",
}


def install(folder: Path, *, package: str = "fictional_keywords") -> Path:
    """Lay out the package as pip would; who puts the folder on `sys.path` has it installed."""
    (folder / f"{package}.py").write_text(EXTRACTOR, encoding="utf-8")
    info = folder / f"{package}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8"
    )
    lines = "".join(f"{name} = {package}:{member}\n" for name, member in NAMES.items())
    (info / "entry_points.txt").write_text(f"[graphkit.extractors]\n{lines}", encoding="utf-8")
    return folder
