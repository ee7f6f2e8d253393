"""Find the actors of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from graphkit.nlp.annotations import ActorNote, TokenRange, blocks_of, register_extensions
from graphkit.nlp.coreference import resolve
from graphkit.nlp.group_actors import gather_groups, group_role, group_text, quoted_tokens
from graphkit.nlp.mentions import find_mentions
from graphkit.nlp.people import cluster_people, display_name, named_ranges
from graphkit.nlp.setting import read_setting
from graphkit.nlp.tenures import profiles
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

    from graphkit.nlp.group_actors import GroupCluster


@Language.factory("gk_actors", assigns=["doc._.gk_actors"])
def make_actors_component(nlp: Language, name: str) -> ActorsComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component; its lexicons are read here, once."""
    register_extensions()
    return ActorsComponent()


class ActorsComponent:
    """Set `doc._.gk_actors`."""

    def __call__(self, doc: Doc) -> Doc:
        """Run the rules of this module over `doc`."""
        people = tuple(_people(doc))
        named = frozenset(i for actor in people for span in actor.names for i in range(*span))
        groups, again = gather_groups(doc, blocks_of(doc), named)
        actors = (*people, *_organizations(doc), *_groups(doc, groups))
        doc._.gk_actors = resolve(doc, actors, again, quoted_tokens(doc))
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


def _groups(doc: Doc, clusters: list[GroupCluster]) -> Iterator[ActorNote]:
    for cluster in clusters:
        first = cluster.first
        quantity = first.quantity
        texts = {group_text(doc, mention) for mention in cluster.mentions}
        name = group_text(doc, first)
        yield ActorNote(
            kind=EntityKind.GROUP,
            name=name,
            aliases=tuple(sorted(texts - {name})),
            names=tuple(sorted(mention.range for mention in cluster.mentions)),
            count=quantity.count if quantity is not None else None,
            count_modifier=quantity.modifier if quantity is not None else None,
            role=group_role(doc, first),
            party=first.party,
        )


def _without_possessive(span: Span) -> Span:
    return span[:-1] if len(span) > 1 and span[-1].text in {"'s", "’s", "’"} else span
