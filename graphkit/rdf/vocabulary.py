"""Every class, property and fixed value that the graph is written with.

Own terms live in `gk:` and are defined in `ontology/core.ttl` and `ontology/policies.ttl`; all
others are reused from W3C ORG, FOAF, schema.org, SKOS, Web Annotation, PROV-O, OWL-Time and
DCTERMS. No other module spells out an IRI of a vocabulary.
"""

from __future__ import annotations

from pyoxigraph import NamedNode

from graphkit.records import (
    ActionKind,
    DatePrecision,
    EvidenceKind,
    OrganizationKind,
    Polarity,
    PolicyArea,
    ReviewStatus,
    StatementKind,
    TenureStatus,
)

DEFAULT_BASE = "https://w3id.org/graphkit/data/"
"""Ids become IRIs below this base where the user sets no other."""
GK = "https://w3id.org/graphkit/ontology#"
PREFIXES: dict[str, str] = {
    "gk": GK,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "time": "http://www.w3.org/2006/time#",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "sh": "http://www.w3.org/ns/shacl#",
}
"""Known to every query without being declared; `ex:` is added for the base of the store."""


def node(curie: str) -> NamedNode:
    """Return the node of a compact IRI such as `gk:holder`."""
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


TYPE = node("rdf:type")
LABEL = node("rdfs:label")
ALT_LABEL = node("skos:altLabel")

XSD_DATE = node("xsd:date")
XSD_DATE_TIME = node("xsd:dateTime")
XSD_DECIMAL = node("xsd:decimal")
XSD_INTEGER = node("xsd:integer")
XSD_STRING = node("xsd:string")
XSD_BOOLEAN = node("xsd:boolean")
XSD_ANY_URI = node("xsd:anyURI")

DOCUMENT = node("gk:Document")
CREATIVE_WORK = node("schema:CreativeWork")
TITLE = node("dcterms:title")
PUBLISHER = node("schema:publisher")
DATE_PUBLISHED = node("schema:datePublished")
URL = node("schema:url")
SOURCE_KEY = node("gk:sourceKey")
SHA256 = node("gk:sha256")
TEXT = node("gk:text")
TEXT_CLUSTER = node("gk:textCluster")
REVISION_OF = node("prov:wasRevisionOf")
REPLACED_BY = node("dcterms:isReplacedBy")

PERSON = node("foaf:Person")
ORGANIZATION = node("org:Organization")
GOVERNMENT = node("gk:Government")
PARTY = node("gk:Party")
GROUP = node("gk:Group")
FOAF_GROUP = node("foaf:Group")
MENTION = node("gk:mention")
MEMBER = node("foaf:member")
MEMBER_COUNT = node("gk:memberCount")
MEMBER_ROLE = node("gk:memberRole")
MEMBER_PARTY = node("gk:memberParty")
COUNT_MODIFIER = node("gk:countModifier")

TENURE = node("gk:Tenure")
MEMBERSHIP = node("org:Membership")
ORG_MEMBER = node("org:member")
ORG_ORGANIZATION = node("org:organization")
POST_OF = node("gk:post")
RANK = node("gk:rank")
MEMBER_DURING = node("org:memberDuring")
INTERVAL = node("time:Interval")
HAS_BEGINNING = node("time:hasBeginning")
HAS_END = node("time:hasEnd")
INSTANT = node("time:Instant")
IN_DATE = node("time:inXSDDate")
ROLE_NAME = node("schema:roleName")
TENURE_STATUS = node("gk:tenureStatus")
CONSTITUENCY = node("gk:constituency")
JURISDICTION_SOURCE = node("gk:jurisdictionSource")
JURISDICTION_CONFIDENCE = node("gk:jurisdictionConfidence")
POST = node("org:Post")
OFFICE_TYPE_OF = node("gk:officeType")
OFFICE_TYPE = node("gk:OfficeType")
JURISDICTION_OF = node("gk:jurisdiction")
JURISDICTION = node("dcterms:Jurisdiction")

POLICY = node("gk:Policy")
CONCEPT = node("skos:Concept")
NEGATES = node("gk:negates")
BROADER = node("skos:broader")
AREA_SCHEME = node("gk:policyAreas")

ACTION = node("gk:Action")
SUBKIND = node("gk:subkind")
CO_LEADER = node("gk:coLeader")
LEAD_SIGNER = node("gk:leadSigner")
SIGNER = node("gk:signer")
ADDRESSEE = node("gk:addressee")
ABOUT = node("gk:about")
ASKS = node("gk:asks")
SIGNER_COUNT = node("gk:signerCount")
DATE = node("gk:date")
DATE_PRECISION = node("gk:datePrecision")
DATE_WORDS = node("gk:dateWords")
RELATIVE_DATE = node("gk:relativeDate")

STATEMENT = node("gk:Statement")
JOINT_SPEAKER = node("gk:jointSpeaker")
SPEAKER = node("gk:speaker")
QUOTE = node("gk:quote")
CUE = node("gk:cue")
SOURCE_WORDS = node("gk:sourceWords")
STATEMENT_KIND = node("gk:statementKind")

STANCE = node("gk:Stance")
HOLDER = node("gk:holder")
TARGET = node("gk:target")
POLARITY = node("gk:polarity")
CONFIDENCE = node("gk:confidence")
EVIDENCE = node("gk:evidence")
EVIDENCE_KIND = node("gk:evidenceKind")
IN_CAPACITY = node("gk:inCapacity")
STATED_ON = node("gk:statedOn")
REVIEW_STATUS = node("gk:reviewStatus")
SUPERSEDED_BY = node("gk:supersededBy")
CONFLICTS_WITH = node("gk:conflictsWith")

ANNOTATION = node("oa:Annotation")
HAS_TARGET = node("oa:hasTarget")
SPECIFIC_RESOURCE = node("oa:SpecificResource")
HAS_SOURCE = node("oa:hasSource")
HAS_SELECTOR = node("oa:hasSelector")
POSITION_SELECTOR = node("oa:TextPositionSelector")
START = node("oa:start")
END = node("oa:end")
QUOTE_SELECTOR = node("oa:TextQuoteSelector")
EXACT = node("oa:exact")
PREFIX = node("oa:prefix")
SUFFIX = node("oa:suffix")

ACTIVITY = node("prov:Activity")
READING = node("gk:Reading")
RUN = node("gk:Run")
GENERATED_BY = node("prov:wasGeneratedBy")
INVALIDATED_BY = node("prov:wasInvalidatedBy")
ASSOCIATED_WITH = node("prov:wasAssociatedWith")
USED = node("prov:used")
SOFTWARE_AGENT = node("prov:SoftwareAgent")
STARTED_AT = node("prov:startedAtTime")
VERSION = node("schema:softwareVersion")
SETTING = node("gk:setting")
ADDED = node("gk:added")
WITHDREW = node("gk:withdrew")

ORGANIZATION_CLASSES: dict[OrganizationKind, NamedNode] = {
    OrganizationKind.GOVERNMENT: GOVERNMENT,
    OrganizationKind.PARTY: PARTY,
}
"""Beside `org:Organization`; a plain organization has no second class."""
ACTION_CLASSES: dict[ActionKind, NamedNode] = {
    ActionKind.LETTER: node("gk:Letter"),
    ActionKind.LAWSUIT: node("gk:Lawsuit"),
    ActionKind.AMICUS_BRIEF: node("gk:AmicusBrief"),
    ActionKind.RESOLUTION: node("gk:Resolution"),
    ActionKind.BILL: node("gk:Bill"),
    ActionKind.STATEMENT: node("gk:JointStatement"),
    ActionKind.OTHER: node("gk:OtherAction"),
}
POLARITIES: dict[Polarity, NamedNode] = {p: node(f"gk:{p.value}") for p in Polarity}
"""Those of support and opposition are also the shortcut edges."""
SHORTCUTS: dict[Polarity, NamedNode] = {
    p: POLARITIES[p] for p in (Polarity.SUPPORTS, Polarity.OPPOSES)
}
STATEMENT_KINDS: dict[StatementKind, NamedNode] = {k: node(f"gk:{k.value}") for k in StatementKind}
EVIDENCE_KINDS: dict[EvidenceKind, NamedNode] = {k: node(f"gk:{k.value}") for k in EvidenceKind}
TENURE_STATUSES: dict[TenureStatus, NamedNode] = {s: node(f"gk:{s.value}") for s in TenureStatus}
REVIEW_STATUSES: dict[ReviewStatus, NamedNode] = {s: node(f"gk:{s.value}") for s in ReviewStatus}
DATE_PRECISIONS: dict[DatePrecision, NamedNode] = {p: node(f"gk:{p.value}") for p in DatePrecision}
POLICY_AREAS: dict[PolicyArea, NamedNode] = {a: node(f"gk:area-{a.value}") for a in PolicyArea}
