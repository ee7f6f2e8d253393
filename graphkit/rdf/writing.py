"""Triples from records: one document with its extraction becomes one set of triples.

No blank node is written: evidence has IRIs below that of its document, `<document>/span/10-20`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from graphkit.ids import mint, mint_office_id, slug
from graphkit.rdf import vocabulary as v
from graphkit.rdf.terms import (
    Names,
    date_literal,
    decimal_literal,
    integer_literal,
    text_literal,
    uri_literal,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graphkit.records import (
        Action,
        Document,
        Extraction,
        Group,
        Organization,
        Person,
        Policy,
        Run,
        Span,
        Stance,
        Statement,
        Tenure,
    )

CONTEXT_LENGTH = 32
"""Code points before and after a quotation that go with it, so that it is found again when the
text moves; the length that annotation tools of the Web use."""


def triples_from_records(
    document: Document, extraction: Extraction, *, run: Run, names: Names
) -> frozenset[Triple]:
    """Return all that is written of one document, without any clock time.

    Raises:
        ValueError: A text holds half a character (a lone surrogate), which RDF cannot.
    """
    return _Writer(document, run=run, names=names).triples(extraction)


def reading_node(document_id: str, run: Run, names: Names) -> NamedNode:
    """Return the node of the reading of a document by the code and the settings of a run."""
    settings = (part for setting in run.settings for part in setting)
    return names.node(mint("reading", document_id, run.version, *settings))


def software_triples(run: Run, names: Names) -> tuple[NamedNode, tuple[Triple, ...]]:
    """Return the node of the version that a run used, and what is said of it."""
    agent = names.node(f"software/graphkit-{run.version}")
    return agent, (
        Triple(agent, v.TYPE, v.SOFTWARE_AGENT),
        Triple(agent, v.LABEL, text_literal(f"graphkit {run.version}")),
        Triple(agent, v.VERSION, text_literal(run.version)),
    )


def setting_triples(run: Run, activity: NamedNode) -> tuple[Triple, ...]:
    """Return the settings of a run as `name=value`."""
    return tuple(
        Triple(activity, v.SETTING, text_literal(f"{name}={value}")) for name, value in run.settings
    )


class _Writer:
    """Collects the triples of one document."""

    def __init__(self, document: Document, *, run: Run, names: Names) -> None:
        self.document = document
        self.run = run
        self.names = names
        self.source = names.node(document.id)
        self.found: set[Triple] = set()

    def triples(self, extraction: Extraction) -> frozenset[Triple]:
        self._describe_document()
        # Said even where nothing was found, so that the document is known to be read.
        self._say(self._reading, v.USED, self.source)
        for person in extraction.people:
            self._person(person)
        for organization in extraction.organizations:
            self._organization(organization)
        for group in extraction.groups:
            self._group(group)
        for policy in extraction.policies:
            self._policy(policy)
        for action in extraction.actions:
            self._action(action)
        for statement in extraction.statements:
            self._statement(statement)
        for stance in extraction.stances:
            self._stance(stance)
        return frozenset(self.found)

    def _say(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        self.found.add(Triple(subject, predicate, value))

    def _say_text(self, subject: NamedNode, predicate: NamedNode, text: str | None) -> None:
        if text is not None:
            self._say(subject, predicate, text_literal(text))

    def _say_number(self, subject: NamedNode, predicate: NamedNode, number: int | None) -> None:
        if number is not None:
            self._say(subject, predicate, integer_literal(number))

    def _say_links(
        self, subject: NamedNode, predicate: NamedNode, identifiers: Iterable[str]
    ) -> None:
        for identifier in identifiers:
            self._say(subject, predicate, self.names.node(identifier))

    def _describe_document(self) -> None:
        document, source = self.document, self.source
        self._say(source, v.TYPE, v.DOCUMENT)
        self._say(source, v.TYPE, v.CREATIVE_WORK)
        self._say_text(source, v.LABEL, document.title or document.source)
        self._say_text(source, v.TITLE, document.title)
        self._say_text(source, v.PUBLISHER, document.publisher)
        if document.date is not None:
            self._say(source, v.DATE_PUBLISHED, date_literal(document.date))
        if document.url is not None:
            self._say(source, v.URL, uri_literal(document.url))
        self._say_text(source, v.SOURCE_KEY, document.source)
        self._say_text(source, v.SHA256, document.sha256)
        self._say_text(source, v.TEXT, document.text)
        self._say(source, v.TEXT_CLUSTER, self.names.node(document.text_cluster))

    @cached_property
    def _reading(self) -> NamedNode:
        """The reading of this document by this version: timeless, unlike a run of the history."""
        run = self.run
        reading = reading_node(self.document.id, run, self.names)
        agent, said = software_triples(run, self.names)
        self.found.update(said)
        self.found.update(setting_triples(run, reading))
        self._say(reading, v.TYPE, v.ACTIVITY)
        self._say(reading, v.TYPE, v.READING)
        self._say(reading, v.USED, self.source)
        self._say(reading, v.ASSOCIATED_WITH, agent)
        return reading

    def _span(self, span: Span) -> tuple[str, NamedNode]:
        """Write the span and its two selectors; return its id and node."""
        text = self.document.text
        identifier = f"{self.document.id}/span/{span.start}-{span.end}"
        place = self.names.node(identifier)
        position = self.names.node(f"{identifier}/position")
        words = self.names.node(f"{identifier}/words")
        self._say(place, v.TYPE, v.SPECIFIC_RESOURCE)
        self._say(place, v.HAS_SOURCE, self.source)
        self._say(place, v.HAS_SELECTOR, position)
        self._say(place, v.HAS_SELECTOR, words)
        self._say(position, v.TYPE, v.POSITION_SELECTOR)
        self._say_number(position, v.START, span.start)
        self._say_number(position, v.END, span.end)
        before = text[max(0, span.start - CONTEXT_LENGTH) : span.start]
        self._say(words, v.TYPE, v.QUOTE_SELECTOR)
        self._say_text(words, v.EXACT, text[span.start : span.end])
        self._say_text(words, v.PREFIX, before)
        self._say_text(words, v.SUFFIX, text[span.end : span.end + CONTEXT_LENGTH])
        return identifier, place

    def _say_spans(
        self, subject: NamedNode, predicate: NamedNode, spans: Iterable[Span | None]
    ) -> None:
        for span in spans:
            if span is not None:
                self._say(subject, predicate, self._span(span)[1])

    def _annotation(self, span: Span, kind: NamedNode | None = None) -> NamedNode:
        identifier, place = self._span(span)
        name = "plain" if kind is None else kind.value.rpartition("#")[2]
        annotation = self.names.node(f"{identifier}/evidence/{name}")
        self._say(annotation, v.TYPE, v.ANNOTATION)
        self._say(annotation, v.HAS_TARGET, place)
        if kind is not None:
            self._say(annotation, v.EVIDENCE_KIND, kind)
        return annotation

    def _named(
        self, entity: Person | Organization | Group | Policy, *classes: NamedNode
    ) -> NamedNode:
        """Write what people, organizations, groups and policies have in common."""
        subject = self.names.node(entity.id)
        for each in classes:
            self._say(subject, v.TYPE, each)
        self._say_text(subject, v.LABEL, entity.name)
        for alias in entity.aliases:
            self._say_text(subject, v.ALT_LABEL, alias)
        self._say_spans(subject, v.MENTION, entity.mentions)
        return subject

    def _person(self, person: Person) -> None:
        subject = self._named(person, v.PERSON)
        for rank, tenure in enumerate(person.tenures, start=1):
            self._tenure(subject, tenure, rank)
        if person.party is not None:
            membership = self.names.node(mint("membership", person.id, person.party))
            self._say(membership, v.TYPE, v.MEMBERSHIP)
            self._say(membership, v.ORG_MEMBER, subject)
            self._say(membership, v.ORG_ORGANIZATION, self._party(person.party))

    def _party(self, name: str) -> NamedNode:
        party = self.names.node(mint("party", name))
        self._say(party, v.TYPE, v.PARTY)
        self._say(party, v.TYPE, v.ORGANIZATION)
        self._say_text(party, v.LABEL, name)
        return party

    def _tenure(self, person: NamedNode, tenure: Tenure, rank: int) -> None:
        subject = self.names.node(tenure.id)
        self._say(subject, v.TYPE, v.MEMBERSHIP)
        self._say(subject, v.TYPE, v.TENURE)
        self._say(subject, v.ORG_MEMBER, person)
        self._say(subject, v.POST_OF, self._post(tenure))
        self._say(subject, v.TENURE_STATUS, v.TENURE_STATUSES[tenure.status])
        self._say_text(subject, v.ROLE_NAME, tenure.office)
        self._say_number(subject, v.RANK, rank)
        self._say_text(subject, v.CONSTITUENCY, tenure.constituency)
        self._say_text(subject, v.JURISDICTION_SOURCE, tenure.jurisdiction_source)
        if tenure.jurisdiction_confidence is not None:
            confidence = decimal_literal(tenure.jurisdiction_confidence)
            self._say(subject, v.JURISDICTION_CONFIDENCE, confidence)
        for span in tenure.evidence:
            self._say(subject, v.EVIDENCE, self._annotation(span))
        self._interval(subject, tenure)

    def _interval(self, subject: NamedNode, tenure: Tenure) -> None:
        if tenure.begins is None and tenure.ends is None:
            return
        interval = self.names.node(f"{tenure.id}/interval")
        self._say(subject, v.MEMBER_DURING, interval)
        self._say(interval, v.TYPE, v.INTERVAL)
        for edge, day in ((v.HAS_BEGINNING, tenure.begins), (v.HAS_END, tenure.ends)):
            if day is not None:
                instant = self.names.node(f"instant/{day.isoformat()}")
                self._say(interval, edge, instant)
                self._say(instant, v.TYPE, v.INSTANT)
                self._say(instant, v.IN_DATE, date_literal(day))

    def _post(self, tenure: Tenure) -> NamedNode:
        """Write the office: an attorney general of one state is not that of another."""
        place = () if tenure.jurisdiction is None else (tenure.jurisdiction,)
        post = self.names.node(mint_office_id(tenure.office, tenure.jurisdiction))
        self._say(post, v.TYPE, v.POST)
        self._say_text(post, v.LABEL, ", ".join((tenure.office, *place)))
        office_type = self.names.node(f"officetype/{slug(tenure.office)}")
        self._say(post, v.OFFICE_TYPE_OF, office_type)
        self._say(office_type, v.TYPE, v.OFFICE_TYPE)
        self._say_text(office_type, v.LABEL, tenure.office)
        for name in place:
            jurisdiction = self.names.node(mint("jurisdiction", name))
            self._say(post, v.JURISDICTION_OF, jurisdiction)
            self._say(jurisdiction, v.TYPE, v.JURISDICTION)
            self._say_text(jurisdiction, v.LABEL, name)
        return post

    def _organization(self, organization: Organization) -> None:
        finer = v.ORGANIZATION_CLASSES.get(organization.kind)
        self._named(organization, v.ORGANIZATION, *(() if finer is None else (finer,)))

    def _group(self, group: Group) -> None:
        subject = self._named(group, v.FOAF_GROUP, v.GROUP)
        self._say_number(subject, v.MEMBER_COUNT, group.count)
        self._say_text(subject, v.COUNT_MODIFIER, group.count_modifier)
        self._say_text(subject, v.MEMBER_ROLE, group.role)
        if group.party is not None:
            self._say(subject, v.MEMBER_PARTY, self._party(group.party))
        self._say_links(subject, v.MEMBER, group.members)

    def _policy(self, policy: Policy) -> None:
        subject = self._named(policy, v.CONCEPT, v.POLICY)
        if policy.negates is not None:
            self._say_links(subject, v.NEGATES, (policy.negates,))
        if policy.area is not None:
            self._say(subject, v.BROADER, v.POLICY_AREAS[policy.area])

    def _action(self, action: Action) -> None:
        subject = self.names.node(action.id)
        self._say(subject, v.TYPE, v.ACTION)
        self._say(subject, v.TYPE, v.ACTION_CLASSES[action.kind])
        self._say_text(subject, v.SUBKIND, action.subkind)
        self._say_text(subject, v.LABEL, action.name)
        self._say_links(subject, v.LEAD_SIGNER, action.leaders)
        self._say_links(subject, v.CO_LEADER, action.co_leaders)
        self._say_links(subject, v.SIGNER, action.signers)
        self._say_links(subject, v.ADDRESSEE, action.addressees)
        self._say_links(subject, v.ABOUT, () if action.about is None else (action.about,))
        if action.stance is not None:
            self._say(subject, v.POLARITY, v.POLARITIES[action.stance])
        self._say_spans(subject, v.ASKS, (action.asks,))
        self._say_number(subject, v.SIGNER_COUNT, action.signer_count)
        self._say_text(subject, v.COUNT_MODIFIER, action.count_modifier)
        self._say_day(subject, v.DATE, action.date, action)
        self._say(subject, v.CONFIDENCE, decimal_literal(action.confidence))
        for span in action.evidence:
            self._say(subject, v.EVIDENCE, self._annotation(span))

    def _say_day(
        self,
        subject: NamedNode,
        predicate: NamedNode,
        day: date | None,
        dated: Action | Statement | Stance,
    ) -> None:
        precision, words = dated.date_precision, dated.date_words
        if day is not None:
            self._say(subject, predicate, date_literal(day))
        if precision is not None:
            self._say(subject, v.DATE_PRECISION, v.DATE_PRECISIONS[precision])
        self._say_spans(subject, v.DATE_WORDS, (words,))
        if day is None and words is not None:
            relative = self.document.text[words.start : words.end]
            self._say_text(subject, v.RELATIVE_DATE, relative)

    def _statement(self, statement: Statement) -> None:
        subject = self.names.node(statement.id)
        self._say(subject, v.TYPE, v.STATEMENT)
        self._say_links(
            subject, v.SPEAKER, () if statement.speaker is None else (statement.speaker,)
        )
        self._say_links(subject, v.JOINT_SPEAKER, statement.joint_speakers)
        self._say_spans(subject, v.QUOTE, (statement.quote,))
        self._say_spans(subject, v.CUE, (statement.cue,))
        self._say_spans(subject, v.SOURCE_WORDS, (statement.source,))
        self._say(subject, v.STATEMENT_KIND, v.STATEMENT_KINDS[statement.kind])
        self._say(subject, v.CONFIDENCE, decimal_literal(statement.confidence))
        self._say_day(subject, v.STATED_ON, statement.date, statement)

    def _stance(self, stance: Stance) -> None:
        subject = self.names.node(stance.id)
        holder, target = self.names.node(stance.holder), self.names.node(stance.target)
        self._say(subject, v.TYPE, v.STANCE)
        self._say(subject, v.HOLDER, holder)
        self._say(subject, v.TARGET, target)
        self._say(subject, v.POLARITY, v.POLARITIES[stance.polarity])
        self._say(subject, v.CONFIDENCE, decimal_literal(stance.confidence))
        self._say(subject, v.REVIEW_STATUS, v.REVIEW_STATUSES[stance.review_status])
        self._say(subject, v.GENERATED_BY, self._reading)
        if stance.in_capacity is not None:
            self._say_links(subject, v.IN_CAPACITY, (stance.in_capacity,))
        self._say_day(subject, v.STATED_ON, stance.stated_on, stance)
        for evidence in stance.evidence:
            kind = v.EVIDENCE_KINDS[evidence.kind]
            self._say(subject, v.EVIDENCE, self._annotation(evidence.span, kind))
        shortcut = v.SHORTCUTS.get(stance.polarity)
        if shortcut is not None:
            self._say(holder, shortcut, target)
