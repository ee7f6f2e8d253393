"""The value types that cross from room to room.

All are frozen, hold ids instead of objects, and are valid once constructed. `Extraction` is what
one document says; `PositionSet` is what a store answers when a network or a picture is drawn.
"""

from __future__ import annotations

from graphkit.records.actors import Group, Organization, Person, Tenure
from graphkit.records.annotations import (
    AnnotatedAction,
    AnnotatedGroup,
    AnnotatedPerson,
    AnnotatedPolicy,
    AnnotatedStance,
    AnnotatedStatement,
    Annotation,
)
from graphkit.records.calibration import Calibration, ConfidenceBand, Threshold
from graphkit.records.cards import Card, ShownAction, ShownStance, ShownTenure, ShownTurn
from graphkit.records.choices import (
    ActionKind,
    DatePrecision,
    EntityKind,
    EvidenceKind,
    JurisdictionSource,
    OrganizationKind,
    Polarity,
    PolicyArea,
    ReviewStatus,
    StatementKind,
    TenureStatus,
)
from graphkit.records.documents import (
    ACTOR_KINDS,
    Document,
    DocumentSummary,
    GivenMention,
    KnownName,
    Span,
)
from graphkit.records.explanations import (
    ExplainedStance,
    Explanation,
    Mark,
    MarkKind,
    RuleWords,
    Segment,
    Term,
    segments_of,
)
from graphkit.records.extractions import (
    Action,
    Evidence,
    Extraction,
    Policy,
    Stance,
    Statement,
    Unsaid,
)
from graphkit.records.extractors import Extractor
from graphkit.records.policy_pairs import KnownPolicy, PairReason, PolicyJudgement, PolicyPair
from graphkit.records.positions import (
    DEFAULT_MIN_CONFIDENCE,
    Entity,
    NetworkEdge,
    NetworkNode,
    PositionSet,
    Quote,
)
from graphkit.records.reasons import Reason, SignStep
from graphkit.records.runs import Change, Counts, Run
from graphkit.records.turns import (
    DatedStance,
    Fold,
    Turn,
    TurnKind,
    dated,
    days_of,
    fold_policies,
    main_turns,
    turns_of,
)

__all__ = [
    "ACTOR_KINDS",
    "DEFAULT_MIN_CONFIDENCE",
    "Action",
    "ActionKind",
    "AnnotatedAction",
    "AnnotatedGroup",
    "AnnotatedPerson",
    "AnnotatedPolicy",
    "AnnotatedStance",
    "AnnotatedStatement",
    "Annotation",
    "Calibration",
    "Card",
    "Change",
    "ConfidenceBand",
    "Counts",
    "DatePrecision",
    "DatedStance",
    "Document",
    "DocumentSummary",
    "Entity",
    "EntityKind",
    "Evidence",
    "EvidenceKind",
    "ExplainedStance",
    "Explanation",
    "Extraction",
    "Extractor",
    "Fold",
    "GivenMention",
    "Group",
    "JurisdictionSource",
    "KnownName",
    "KnownPolicy",
    "Mark",
    "MarkKind",
    "NetworkEdge",
    "NetworkNode",
    "Organization",
    "OrganizationKind",
    "PairReason",
    "Person",
    "Polarity",
    "Policy",
    "PolicyArea",
    "PolicyJudgement",
    "PolicyPair",
    "PositionSet",
    "Quote",
    "Reason",
    "ReviewStatus",
    "RuleWords",
    "Run",
    "Segment",
    "ShownAction",
    "ShownStance",
    "ShownTenure",
    "ShownTurn",
    "SignStep",
    "Span",
    "Stance",
    "Statement",
    "StatementKind",
    "Tenure",
    "TenureStatus",
    "Term",
    "Threshold",
    "Turn",
    "TurnKind",
    "Unsaid",
    "dated",
    "days_of",
    "fold_policies",
    "main_turns",
    "segments_of",
    "turns_of",
]
