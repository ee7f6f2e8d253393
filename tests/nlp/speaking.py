"""Run the quotation rules over a text whose actors are given by hand."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import ActorNote, TokenRange, actors_of, quotations_of
from graphkit.nlp.quotations import QuotationsComponent
from graphkit.nlp.speech_cues import SpeechLexicon, load_speech_lexicon
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.language import Language
    from spacy.tokens import Doc

Said = tuple[str | None, str, str]
"""Speaker, kind and words of a statement."""
KINDS = {
    "mill union": EntityKind.ORGANIZATION,
    "harbor herald": EntityKind.ORGANIZATION,
    "twelve mayors": EntityKind.GROUP,
}
"""What the actors of the test texts are; all others are people."""


@cache
def lexicon() -> SpeechLexicon:
    """Load the shipped lists once."""
    return load_speech_lexicon()


def with_actors(nlp: Language, text: str, actors: Mapping[str, tuple[str, ...]]) -> Doc:
    """Parse `text`; each actor is called by its name and by the forms that follow it.

    Forms that begin with a small letter are references.
    """
    doc = nlp.make_doc(text)
    for name, pipe in nlp.pipeline:
        if name == "gk_actors":
            break
        doc = pipe(doc)
    doc._.gk_actors = tuple(
        _note(doc, name, forms) for name, forms in sorted(actors.items(), key=lambda a: a[0])
    )
    return doc


def _note(doc: Doc, name: str, forms: tuple[str, ...]) -> ActorNote:
    named = [f for f in (name, *forms) if not f[0].islower()]
    referred = [f for f in forms if f[0].islower()]
    return ActorNote(
        kind=KINDS.get(name.lower(), EntityKind.PERSON),
        name=name,
        names=_ranges(doc, named) or (TokenRange(0, 0),),
        references=_ranges(doc, referred),
    )


def _ranges(doc: Doc, forms: list[str]) -> tuple[TokenRange, ...]:
    found = []
    for form in forms:
        for match in re.finditer(rf"(?i)(?<!\w){re.escape(form)}(?!\w)", doc.text):
            span = doc.char_span(*match.span(), alignment_mode="expand")
            if span is not None:
                found.append(TokenRange(span.start, span.end))
    return tuple(sorted(set(found)))


def quoted_doc(nlp: Language, text: str, actors: Mapping[str, tuple[str, ...]]) -> Doc:
    """Return the document with its quotations set."""
    return QuotationsComponent(lexicon())(with_actors(nlp, text, actors))


def said(nlp: Language, text: str, actors: Mapping[str, tuple[str, ...]]) -> list[Said]:
    """Return what is said by whom, in order of the text."""
    doc = quoted_doc(nlp, text, actors)
    named = actors_of(doc)
    return [
        (None if q.speaker is None else named[q.speaker].name, q.kind.value, text[q.start : q.end])
        for q in quotations_of(doc)
    ]
