"""Find the actors of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from graphkit.nlp.abbreviations import find_abbreviations
from graphkit.nlp.annotations import ActorNote, blocks_of, furniture_of, register_extensions
from graphkit.nlp.coreference import resolve
from graphkit.nlp.credits import credited_tokens
from graphkit.nlp.datelines import dateline_end
from graphkit.nlp.given_actors import with_given
from graphkit.nlp.group_actors import gather_groups, group_count, group_role, group_text
from graphkit.nlp.group_judgement import quoted_tokens
from graphkit.nlp.group_members import with_members
from graphkit.nlp.mentions import find_mentions
from graphkit.nlp.organizations import Known, named_organizations, organization_actors
from graphkit.nlp.parties import plausible_party
from graphkit.nlp.people import cluster_people, display_name, named_ranges
from graphkit.nlp.setting import read_setting
from graphkit.nlp.tenures import profiles
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from graphkit.nlp.group_actors import GroupCluster
    from graphkit.nlp.people import PersonCluster
    from graphkit.nlp.setting import Setting


@Language.factory("gk_actors", assigns=["doc._.gk_actors"])
def make_actors_component(nlp: Language, name: str) -> ActorsComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component; its lexicons are read here, once."""
    register_extensions()
    return ActorsComponent()


class ActorsComponent:
    """Set `doc._.gk_actors`."""

    def __call__(self, doc: Doc) -> Doc:
        """Run the rules of this room's actor modules over `doc`."""
        blocks = blocks_of(doc)
        closed = _credits_and_datelines(doc)
        clusters = _in_text(doc, cluster_people(doc, find_mentions(doc, blocks, closed)))
        known = _known(doc, clusters, closed)
        setting = read_setting(doc)
        quoted = quoted_tokens(doc)
        inside_names = known.people.union(*(range(*name) for name in known.named))
        groups, again = gather_groups(doc, blocks, inside_names, quoted)
        actors = (
            *_people(doc, clusters, setting),
            *organization_actors(doc, blocks, known),
            *_groups(doc, groups, setting),
        )
        doc._.gk_actors = resolve(doc, with_given(doc, actors), again, quoted)
        doc._.gk_actors = with_members(doc)
        return doc


def _in_text(doc: Doc, clusters: list[PersonCluster]) -> list[PersonCluster]:
    """Leave out whom only captions name; of the others these may tell name and office."""
    furniture = furniture_of(doc)
    return [c for c in clusters if not all(m.start in furniture for m in c.mentions)]


def _credits_and_datelines(doc: Doc) -> frozenset[int]:
    """Return the tokens that name people and places without speaking of them."""
    lines = (block.tokens for block in blocks_of(doc))
    datelines = (range(line.start, dateline_end(doc, line) or 0) for line in lines)
    return credited_tokens(doc).union(*datelines)


def _known(doc: Doc, clusters: list[PersonCluster], closed: frozenset[int]) -> Known:
    mentions = [m for cluster in clusters for m in cluster.mentions]
    explained = tuple(find_abbreviations(doc))
    tagged = {i for m in mentions if m.tag for i in range(m.tag.start, m.tag.end)}
    return Known(
        people=frozenset(i for m in mentions for i in range(m.start, m.end)),
        tagged=closed | tagged,
        titles=frozenset(i for m in mentions if m.title for i in range(m.title.start, m.title.end)),
        named=named_organizations(doc, blocks_of(doc), explained),
        explained=explained,
    )


def _people(doc: Doc, clusters: list[PersonCluster], setting: Setting) -> Iterator[ActorNote]:
    for cluster, profile in zip(clusters, profiles(doc, clusters, setting), strict=True):
        name, aliases = display_name(doc, cluster)
        yield ActorNote(
            kind=EntityKind.PERSON,
            name=name,
            aliases=aliases,
            names=named_ranges(cluster),
            tenures=profile.tenures,
            party=profile.party,
        )


def _groups(doc: Doc, clusters: list[GroupCluster], setting: Setting) -> Iterator[ActorNote]:
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
            count=group_count(first),
            count_modifier=quantity.modifier if quantity is not None else None,
            role=group_role(doc, first),
            party=plausible_party(first.party, setting.country),
        )
