"""Documents and extractions for tests, built from texts by the words in them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graphkit.ids import (
    ActionId,
    ActorId,
    PolicyId,
    StatementId,
    TargetId,
    TenureId,
    mint,
    mint_document_id,
    mint_stance_id,
    mint_text_cluster_id,
    slug,
    text_digest,
)
from graphkit.records import (
    Action,
    ActionKind,
    DatePrecision,
    Document,
    Evidence,
    EvidenceKind,
    Extraction,
    Group,
    Organization,
    OrganizationKind,
    Person,
    Polarity,
    Policy,
    Span,
    Stance,
    Statement,
    StatementKind,
    Tenure,
    TenureStatus,
)

if TYPE_CHECKING:
    from graphkit.ids import DocumentId


def make_document(
    text: str,
    *,
    source: str = "https://news.example/1",
    title: str | None = "A title",
    publisher: str | None = "The Example",
    day: date | None = date(2031, 3, 4),
) -> Document:
    sha256 = text_digest(text)
    return Document(
        id=mint_document_id(source, sha256),
        source=source,
        text=text,
        sha256=sha256,
        text_cluster=mint_text_cluster_id(sha256),
        path="",
        title=title,
        publisher=publisher,
        date=day,
        url=source if ":" in source else None,
    )


class Extracting:
    """Collects what one document says; people and policies get ids from their names."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.people: dict[str, Person] = {}
        self.organizations: dict[str, Organization] = {}
        self.groups: dict[str, Group] = {}
        self.policies: dict[str, Policy] = {}
        self.actions: list[Action] = []
        self.statements: list[Statement] = []
        self.stances: list[Stance] = []

    def span(self, words: str) -> Span:
        start = self.document.text.index(words)
        return Span(document=self.document.id, start=start, end=start + len(words))

    def person(  # noqa: PLR0913  # a builder spells out what it builds
        self,
        name: str,
        office: str | None = None,
        jurisdiction: str | None = None,
        *,
        party: str | None = None,
        aliases: tuple[str, ...] = (),
        status: TenureStatus = TenureStatus.CURRENT,
        term: tuple[date | None, date | None] = (None, None),
    ) -> ActorId:
        identifier = ActorId(f"person/{slug(name)}")
        tenures: tuple[Tenure, ...] = ()
        if office is not None:
            tenures = (
                Tenure(
                    id=TenureId(mint("tenure", identifier, office)),
                    office=office,
                    jurisdiction=jurisdiction,
                    status=status,
                    begins=term[0],
                    ends=term[1],
                    evidence=(self.span(name),),
                ),
            )
        self.people[identifier] = Person(
            id=identifier,
            name=name,
            aliases=aliases,
            mentions=(self.span(name),),
            tenures=tenures,
            party=party,
        )
        return identifier

    def organization(
        self, name: str, kind: OrganizationKind = OrganizationKind.ORGANIZATION
    ) -> ActorId:
        identifier = ActorId(f"{kind.value}/{slug(name)}")
        self.organizations[identifier] = Organization(
            id=identifier, name=name, mentions=(self.span(name),), kind=kind
        )
        return identifier

    def group(
        self,
        name: str,
        count: int | None = None,
        *,
        modifier: str | None = None,
        members: tuple[ActorId, ...] = (),
    ) -> ActorId:
        identifier = ActorId(f"group/{slug(name)}")
        self.groups[identifier] = Group(
            id=identifier,
            name=name,
            mentions=(self.span(name),),
            count=count,
            count_modifier=modifier,
            members=members,
        )
        return identifier

    def policy(
        self, name: str, *, aliases: tuple[str, ...] = (), negates: PolicyId | None = None
    ) -> PolicyId:
        identifier = PolicyId(f"policy/{slug(name)}")
        self.policies[identifier] = Policy(
            id=identifier,
            name=name,
            aliases=aliases,
            mentions=(self.span(name),),
            negates=negates,
        )
        return identifier

    def letter(  # noqa: PLR0913  # a builder spells out what it builds
        self,
        words: str,
        *,
        leaders: tuple[ActorId, ...] = (),
        signers: tuple[ActorId, ...] = (),
        addressees: tuple[ActorId, ...] = (),
        about: str | None = None,
        polarity: Polarity | None = None,
        count: int | None = None,
        modifier: str | None = None,
        day: date | None = None,
        kind: ActionKind = ActionKind.LETTER,
    ) -> ActionId:
        identifier = ActionId(mint("action", self.document.id, words))
        self.actions.append(
            Action(
                id=identifier,
                kind=kind,
                name=words,
                leaders=leaders,
                signers=signers,
                addressees=addressees,
                about=None if about is None else TargetId(about),
                stance=polarity,
                signer_count=count,
                count_modifier=modifier,
                date=day,
                date_precision=None if day is None else DatePrecision.DAY,
                evidence=(self.span(words),),
                confidence=0.9,
            )
        )
        return identifier

    def statement(
        self, speaker: ActorId | None, quote: str, kind: StatementKind = StatementKind.DIRECT
    ) -> StatementId:
        span = self.span(quote)
        identifier = StatementId(mint("statement", self.document.id, str(span.start)))
        self.statements.append(
            Statement(id=identifier, speaker=speaker, quote=span, kind=kind, confidence=0.8)
        )
        return identifier

    def stance(  # noqa: PLR0913  # a builder spells out what it builds
        self,
        holder: ActorId,
        polarity: Polarity,
        target: str,
        words: str,
        *,
        kind: EvidenceKind = EvidenceKind.DIRECT,
        confidence: float = 0.75,
        day: date | None = None,
    ) -> Stance:
        span = self.span(words)
        person = self.people.get(holder)
        tenures = person.tenures if person else ()
        stance = Stance(
            id=mint_stance_id(
                self.document.id,
                holder=(len(self.stances), len(holder)),
                target=(span.start, span.end),
                polarity=polarity,
            ),
            holder=holder,
            target=TargetId(target),
            polarity=polarity,
            confidence=confidence,
            evidence=(Evidence(span=span, kind=kind),),
            in_capacity=tenures[0].id if tenures else None,
            stated_on=day or self.document.date,
            date_precision=DatePrecision.DAY,
        )
        self.stances.append(stance)
        return stance

    def done(self) -> Extraction:
        return Extraction(
            document=self.document.id,
            people=tuple(self.people.values()),
            organizations=tuple(self.organizations.values()),
            groups=tuple(self.groups.values()),
            policies=tuple(self.policies.values()),
            actions=tuple(self.actions),
            statements=tuple(self.statements),
            stances=tuple(self.stances),
        )


HARBOR_TEXT = (
    "Governor Ana Bellwick backs the Harbor Act. "
    "“The Harbor Act will keep our ports open,” Bellwick said. "
    "State Senator Tam Reedham fights it: “I will vote against the Harbor Act.” "
    "In a letter to Bellwick, 12 mayors led by Mayor Ida Mossgrove asked her to drop the bill.\n"
)


def harbor(text: str = HARBOR_TEXT, **about: str | None) -> tuple[Document, Extraction]:
    """A governor for an act, a senator against it, a letter of mayors."""
    document = make_document(text, **about)  # type: ignore[arg-type]  # tests give text only
    note = Extracting(document)
    bell = note.person(
        "Ana Bellwick", "Governor", "Oregon", party="Harbor Greens", aliases=("Bellwick",)
    )
    reed = note.person("Tam Reedham", "State Senator", party="Old Party")
    moss = note.person("Ida Mossgrove", "Mayor")
    mayors = note.group("12 mayors", 12, members=(moss,))
    act = note.policy("Harbor Act", aliases=("the bill",))
    note.statement(bell, "The Harbor Act will keep our ports open,")
    letter = note.letter(
        "a letter to Bellwick",
        leaders=(moss,),
        addressees=(bell,),
        about=act,
        polarity=Polarity.OPPOSES,
        count=12,
        day=date(2031, 3, 1),
    )
    note.stance(bell, Polarity.SUPPORTS, act, "Governor Ana Bellwick backs the Harbor Act")
    note.stance(reed, Polarity.OPPOSES, act, "I will vote against the Harbor Act.", confidence=0.9)
    joint = "12 mayors led by Mayor Ida Mossgrove asked her to drop the bill"
    note.stance(mayors, Polarity.OPPOSES, act, joint, kind=EvidenceKind.COLLECTIVE)
    note.stance(moss, Polarity.OPPOSES, act, joint, kind=EvidenceKind.COLLECTIVE)
    note.stance(reed, Polarity.NEUTRAL, letter, "State Senator Tam Reedham", confidence=0.3)
    return document, note.done()


def only_document(identifier: DocumentId) -> Extraction:
    return Extraction(document=identifier)
