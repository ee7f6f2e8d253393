"""Find the actors of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from graphkit.nlp.annotations import ActorNote, TokenRange, blocks_of, register_extensions
from graphkit.nlp.mentions import find_mentions
from graphkit.nlp.people import cluster_people, display_name, named_ranges
from graphkit.nlp.setting import read_setting
from graphkit.nlp.tenures import profiles
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span


@Language.factory("gk_actors", assigns=["doc._.gk_actors"])
def make_actors_component(nlp: Language, name: str) -> ActorsComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component; its lexicons are read here, once."""
    register_extensions()
    return ActorsComponent()


class ActorsComponent:
    """Set `doc._.gk_actors`."""

    def __call__(self, doc: Doc) -> Doc:
        """Run the rules of this module over `doc`."""
        doc._.gk_actors = tuple(_people(doc)) + tuple(_organizations(doc)) + tuple(_groups(doc))
        return doc


def _people(doc: Doc) -> Iterator[ActorNote]:
    clusters = cluster_people(doc, find_mentions(doc, blocks_of(doc)))
    for cluster, profile in zip(clusters, profiles(doc, clusters, read_setting(doc)), strict=True):
        name, aliases = display_name(doc, cluster)
        yield ActorNote(
            kind=EntityKind.PERSON,
            name=name,
            aliases=aliases,
            names=named_ranges(cluster),
            tenures=profile.tenures,
            party=profile.party,
        )


def _organizations(doc: Doc) -> Iterator[ActorNote]:
    kinds = {"ORG": EntityKind.ORGANIZATION, "GPE": EntityKind.GOVERNMENT}
    found: dict[tuple[EntityKind, str], list[TokenRange]] = {}
    for entity in doc.ents:
        if entity.label_ in kinds:
            span = _without_possessive(entity)
            found.setdefault((kinds[entity.label_], span.text), []).append(
                TokenRange(span.start, span.end)
            )
    for (kind, name), ranges in found.items():
        yield ActorNote(kind=kind, name=name, names=tuple(ranges))


def _groups(doc: Doc) -> Iterator[ActorNote]:
    for chunk in doc.noun_chunks:
        numbers = [t for t in chunk if t.pos_ == "NUM" and t.dep_ == "nummod"]
        if numbers and chunk.root.tag_ == "NNS" and chunk.root.ent_type_ in {"", "NORP", "ORG"}:
            number = numbers[0].text.replace(",", "")
            yield ActorNote(
                kind=EntityKind.GROUP,
                name=chunk.text,
                names=(TokenRange(chunk.start, chunk.end),),
                count=int(number) if number.isdecimal() and int(number) > 0 else None,
                role=doc[numbers[-1].i + 1 : chunk.end].text or None,
            )


def _without_possessive(span: Span) -> Span:
    return span[:-1] if len(span) > 1 and span[-1].text in {"'s", "’s", "’"} else span
