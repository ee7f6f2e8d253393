"""Closed choices: what a field of a record may say."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum


class Polarity(StrEnum):
    """The direction of a stance."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    NEUTRAL = "neutral"

    @property
    def opposite(self) -> Polarity:
        """The polarity after one inversion; neutral stays neutral."""
        return {"supports": Polarity.OPPOSES, "opposes": Polarity.SUPPORTS}.get(self.value, self)

    @property
    def words(self) -> str:
        """What the holder does, for people."""
        return "is neutral" if self is Polarity.NEUTRAL else self.value

    def towards(self, target: str) -> str:
        """Return what the holder does to a target, for people: "is neutral on the fee"."""
        return f"{self.words}{' on' if self is Polarity.NEUTRAL else ''} {target}"


class StatementKind(StrEnum):
    """How a statement's words are given: all quoted, partly quoted, or reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class EvidenceKind(StrEnum):
    """Whose words a piece of evidence is."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    COLLECTIVE = "collective"
    """A signature under a joint text."""
    NARRATED = "narrated"
    """The author's own words about the holder."""

    @property
    def words(self) -> str:
        """What it is, for people."""
        return _EVIDENCE_WORDS[self]


_EVIDENCE_WORDS = {
    EvidenceKind.DIRECT: "direct quotation",
    EvidenceKind.MIXED: "partly quoted",
    EvidenceKind.INDIRECT: "reported speech",
    EvidenceKind.COLLECTIVE: "signed jointly",
    EvidenceKind.NARRATED: "the author's words",
}


class ActionKind(StrEnum):
    """What was done jointly or formally; a finer word goes into `Action.subkind`."""

    LETTER = "letter"
    LAWSUIT = "lawsuit"
    AMICUS_BRIEF = "amicus brief"
    RESOLUTION = "resolution"
    BILL = "bill"
    STATEMENT = "statement"
    OTHER = "other"


class OrganizationKind(StrEnum):
    """What sort of organization acts."""

    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    """A place that acts stands for its government ("California sued")."""
    PARTY = "party"


class TenureStatus(StrEnum):
    """How a person stands to an office on the day of the document."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    ELECT = "elect"
    CANDIDATE = "candidate"


class JurisdictionSource(StrEnum):
    """What tells the jurisdiction of an office; the earlier ones are asked first."""

    TITLE = "title"
    """The words of the title itself: "Ohio Attorney General", "U.S. Attorney General"."""
    APPOSITION = "apposition"
    """What follows or describes the name: "Ann Bee of Ohio", "the attorney general of Ohio"."""
    PARTY_TAG = "party tag"
    """"(D-OH)"."""
    TEXT = "text"
    """Another place of the text: the same person elsewhere, or the state that it is about."""
    DATELINE = "dateline"
    PUBLISHER = "publisher"
    NAMED_BEFORE = "named before"
    """The state that an earlier sentence named last: "Ohio … the state's attorney general"."""
    OFFICE = "office"
    """No place is named: most bearers of the bare title are of this jurisdiction."""


class ReviewStatus(StrEnum):
    """What a person has decided about a stance."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class PolicyArea(StrEnum):
    """The broad area of a policy; `ontology/policies.ttl` describes each."""

    MACROECONOMICS = "macroeconomics"
    CIVIL_RIGHTS = "civil-rights"
    HEALTH = "health"
    AGRICULTURE = "agriculture"
    LABOR = "labor"
    EDUCATION = "education"
    ENVIRONMENT = "environment"
    ENERGY = "energy"
    IMMIGRATION = "immigration"
    TRANSPORTATION = "transportation"
    LAW_AND_CRIME = "law-and-crime"
    SOCIAL_WELFARE = "social-welfare"
    HOUSING = "housing"
    DOMESTIC_COMMERCE = "domestic-commerce"
    DEFENSE = "defense"
    TECHNOLOGY = "technology"
    FOREIGN_TRADE = "foreign-trade"
    INTERNATIONAL_AFFAIRS = "international-affairs"
    GOVERNMENT_OPERATIONS = "government-operations"
    PUBLIC_LANDS = "public-lands"
    CULTURE = "culture"


class DatePrecision(StrEnum):
    """How much of a date the text tells; it is the first day of its week, month, season or year."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    """Three months: "last spring"; winter begins in December."""
    YEAR = "year"

    def written(self, day: date) -> str:
        """Return a day as far as it is told.

        >>> from datetime import date
        >>> DatePrecision.MONTH.written(date(2031, 3, 1))
        '2031-03'
        """
        lengths = {DatePrecision.YEAR: len("2031"), DatePrecision.MONTH: len("2031-03")}
        text = day.isoformat()[: lengths.get(self)]
        if self is DatePrecision.SEASON:
            return f"{text[: len('2031-03')]} to {_months_later(day, 2)}"
        return f"week of {text}" if self is DatePrecision.WEEK else text

    def last_day(self, day: date) -> date:
        """Return the last day of the time that begins with `day`.

        >>> from datetime import date
        >>> DatePrecision.SEASON.last_day(date(2030, 12, 1))
        datetime.date(2031, 2, 28)
        """
        if self is DatePrecision.DAY:
            return day
        if self is DatePrecision.WEEK:
            return day + min(timedelta(days=6), date.max - day)
        return _before_month(day, _MONTHS[self])


_MONTHS = {DatePrecision.MONTH: 1, DatePrecision.SEASON: 3, DatePrecision.YEAR: 12}


def _months_later(day: date, months: int) -> str:
    count = day.year * 12 + day.month - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}"


def _before_month(day: date, months: int) -> date:
    """Return the day before the month that is so many months later."""
    count = day.year * 12 + day.month - 1 + months
    if count // 12 > date.max.year:
        return date.max
    return date(count // 12, count % 12 + 1, 1) - timedelta(days=1)


class EntityKind(StrEnum):
    """What a node of the graph is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    PARTY = "party"
    GROUP = "group"
    POLICY = "policy"
    ACTION = "action"
