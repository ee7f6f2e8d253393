"""Mint ids from content, so that the same input has the same ids on every machine.

An id is a path such as `stance/5f0c…` or `policy/kids-online-safety-act`. The RDF room puts the
base IRI that the user chose in front of it; no other room needs to know that base.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, NewType
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

if TYPE_CHECKING:
    from datetime import date

DocumentId = NewType("DocumentId", str)
ActorId = NewType("ActorId", str)
"""A person, an organization or a group."""
TenureId = NewType("TenureId", str)
OfficeId = NewType("OfficeId", str)
PolicyId = NewType("PolicyId", str)
ActionId = NewType("ActionId", str)
StatementId = NewType("StatementId", str)
StanceId = NewType("StanceId", str)
TargetId = NewType("TargetId", str)
"""What a stance is about: the id of a policy, an action or an actor."""
TextClusterId = NewType("TextClusterId", str)

DIGEST_DIGITS = 16
"""Hex digits kept of a SHA-256: 64 bits, a collision in 5 billion ids is expected once in two."""
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id", re.IGNORECASE)


def mint(kind: str, *parts: str) -> str:
    """Return `kind/<digest>`, the digest being over the length-prefixed parts.

    >>> mint("stance", "ab", "c") == mint("stance", "a", "bc")
    False
    """
    digest = hashlib.sha256()
    for part in (kind, *parts):
        raw = part.encode("utf-8")
        digest.update(f"{len(raw)}:".encode("ascii"))
        digest.update(raw)
    return f"{kind}/{digest.hexdigest()[:DIGEST_DIGITS]}"


def slug(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, or a digest if none are left.

    >>> slug("Ana María van der Berg’s Act")
    'ana-maria-van-der-bergs-act'
    """
    bare = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    ascii_text = "".join(c for c in bare if not unicodedata.combining(c)).casefold()
    words = re.findall(r"[a-z0-9]+", ascii_text)
    return "-".join(words) or hashlib.sha256(text.encode("utf-8")).hexdigest()[:DIGEST_DIGITS]


def text_digest(text: str) -> str:
    """Return the SHA-256 of the text as read, in hex; lone surrogates count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def canonical_url(url: str) -> str:
    """Return `url` with host in lower case, without fragment, trailing slash and tracking words.

    >>> canonical_url("HTTPS://Example.org/a/?utm_source=x&id=3#top")
    'https://example.org/a?id=3'
    """
    scheme, host, path, query, _ = urlsplit(url.strip())
    kept = [
        (k, v) for k, v in parse_qsl(query, keep_blank_values=True) if not TRACKING.fullmatch(k)
    ]
    return urlunsplit((scheme.lower(), host.lower(), path.rstrip("/"), urlencode(sorted(kept)), ""))


def source_key(
    *, url: str | None, publisher: str | None, title: str | None, day: date | None, path: str
) -> str:
    """Return what stays the same when a source's text is revised.

    The canonical URL, else publisher + title + date when all three are known, else the path
    relative to the folder that was given.
    """
    if url:
        return canonical_url(url)
    if publisher and title and day:
        return "\n".join((publisher, title, day.isoformat()))
    return path


def mint_document_id(source: str, sha256: str) -> DocumentId:
    """Return the id of one text of one source."""
    return DocumentId(mint("document", source, sha256))


def mint_office_id(office: str, jurisdiction: str | None) -> OfficeId:
    """Return the id of an office; the same office of two jurisdictions is two.

    >>> mint_office_id("Governor", "Ohio") == mint_office_id("Governor", "Iowa")
    False
    """
    return OfficeId(mint("office", office, *(() if jurisdiction is None else (jurisdiction,))))


def mint_span_id(kind: str, document: DocumentId, start: int, end: int) -> str:
    """Return the id of something that is known by where a document mentions it."""
    return mint(kind, document, str(start), str(end))


def mint_text_cluster_id(sha256: str) -> TextClusterId:
    """Return the id shared by all documents that print the same text."""
    return TextClusterId(mint("text", sha256))


def mint_stance_id(
    document: DocumentId, *, holder: tuple[int, int], target: tuple[int, int], polarity: str
) -> StanceId:
    """Return the id of a stance: document, first mentions of holder and target, polarity.

    Evidence is left out on purpose: a better lexicon may widen it without changing what a reader
    has already judged.
    """
    return StanceId(mint("stance", document, *(str(n) for n in (*holder, *target)), polarity))
