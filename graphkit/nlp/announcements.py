"""What announces a quotation: the words beside the marks that say who speaks.

The parser is asked for the subject of the announcing verb; which verb announces is read off the
text, because a parse over quotation marks is often wrong about everything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange, blocks_of
from graphkit.nlp.quoted_runs import SENTENCE_ENDS, Quoted, sentence_start
from graphkit.nlp.reported_speech import is_asserted, speakers_of
from graphkit.nlp.speech_cues import ANNOUNCING, Cue, cues_within
from graphkit.nlp.syntax import NOUN_SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

ENDS_BEFORE_CUE = frozenset(",?!…—–-")
"""What stands before a closing mark when the carrying sentence goes on."""
CONNECTIVES = frozenset(
    {"but", "while", "although", "though", "which", "because", "yet", "whereas"}
)
"""Words that open a clause of its own behind a quotation: its verb announces nothing before it."""
LONGEST_SIGNATURE = 16
"""Tokens of the line with the speaker under a pull quote."""
DASHES = frozenset({"—", "–", "-", "--", "―"})
FEW_WORDS = 2
LONGEST_TITLE = 8
FEWEST_LETTERS_IN_TITLE = 4
FAR = 12
MOST_WORDS_TO_CUE = 40
"""A cue farther from the marks announces something else."""
FEWEST_WORDS_OF_SENTENCE = 3
SAYING_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBG"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


class Side(StrEnum):
    """Where an announcement stands."""

    BEFORE = "before"
    AFTER = "after"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """The words that announce a quotation.

    Attributes:
        sources: Head words of who speaks.
    """

    cue: TokenRange | None
    sources: tuple[int, ...]
    side: Side


def find_announcement(doc: Doc, quoted: Quoted, cues: Sequence[Cue]) -> Announcement | None:
    """Return what announces a quotation from its own sentence; None for one that stands alone."""
    if looks_like_title(doc, quoted):
        return None
    return (
        _signature(doc, quoted)
        or _announced_before(doc, quoted, cues)
        or _announced_behind(doc, quoted, cues)
        or _announced_by_any_verb(doc, quoted)
        or _announced_by_noun(doc, quoted)
        or _in_words_of(doc, quoted)
        or _announced_by_comma(doc, quoted)
    )


def looks_like_title(doc: Doc, quoted: Quoted) -> bool:
    """Tell a name in quotation marks ("Good Morning Coast") from something said.

    All its longer words are capitalized, it has no stop, and a sentence goes on around it.
    """
    tokens = quoted.tokens
    words = [t for t in doc[tokens.start : tokens.end] if t.is_alpha]
    if not words or len(words) > LONGEST_TITLE:
        return not words
    last = doc[tokens.end - 1].text
    if last in SENTENCE_ENDS or (last == "," and quoted.before.start == quoted.before.end):
        return False
    long_words = [t for t in words if len(t) >= FEWEST_LETTERS_IN_TITLE]
    return len(words) > 1 and bool(long_words) and all(t.text[0].isupper() for t in long_words)


def _signature(doc: Doc, quoted: Quoted) -> Announcement | None:
    """Read '“We will win.” — Ann Bee' at the end of a paragraph, or the dash on the next line."""
    after = quoted.after
    if after.start >= after.end and quoted.before.start >= quoted.before.end:
        after = _next_line(doc, quoted.tokens.end)
    if after.end - after.start < FEW_WORDS or doc[after.start].text not in DASHES:
        return None
    names = [t for t in doc[after.start + 1 : after.end] if t.pos_ == "PROPN"]
    if not names or any(t.pos_ == "VERB" for t in doc[after.start + 1 : after.end]):
        return None
    return Announcement(cue=None, sources=tuple(t.i for t in names), side=Side.SIGNATURE)


def _next_line(doc: Doc, end: int) -> TokenRange:
    """Return the short line behind a paragraph that is a quotation; empty for a long one."""
    start = end
    while start < len(doc) and (doc[start].is_space or doc[start].is_quote):
        start += 1
    stop = start
    while stop < len(doc) and "\n" not in doc[stop].text and stop - start <= LONGEST_SIGNATURE:
        stop += 1
    return TokenRange(start, stop if stop - start <= LONGEST_SIGNATURE else start)


def _announced_behind(doc: Doc, quoted: Quoted, cues: Sequence[Cue]) -> Announcement | None:
    if not _sentence_goes_on(doc, quoted):
        return None
    near = TokenRange(
        quoted.after.start, min(quoted.after.end, quoted.after.start + MOST_WORDS_TO_CUE)
    )
    cue = next(iter(_announcing(doc, near, cues)), None)
    if cue is None:
        return _according_behind(doc, quoted)
    if any(t.lower_ in CONNECTIVES for t in doc[quoted.after.start : cue.verb]):
        return None
    if _has_subject_before(doc, quoted, cue) or _has_own_content(doc, quoted, cue):
        return None
    sources = _sources_behind(doc, cue, quoted.after)
    return Announcement(cue=cue.tokens, sources=sources, side=Side.AFTER)


def _announced_by_any_verb(doc: Doc, quoted: Quoted) -> Announcement | None:
    """Read '“Not today,” Ann Bee laughed': the construction announces, whatever the verb."""
    if quoted.before.start < quoted.before.end or not _sentence_goes_on(doc, quoted):
        return None
    words = doc[quoted.after.start : min(quoted.after.end, quoted.after.start + FAR)]
    verb = next((t for t in words if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.pos_ == "AUX" or verb.tag_ not in {"VBD", "VBZ"}:
        return None
    opening = doc[words.start : verb.i]
    if any(t.lower_ in CONNECTIVES or t.dep_ in {"mark", "cc"} for t in opening):
        return None
    subjects = [t for t in speakers_of(verb) if quoted.after.covers(t.i)]
    if not subjects:
        return None
    sources = tuple(t.i for t in subjects)
    return Announcement(cue=TokenRange(verb.i, verb.i + 1), sources=sources, side=Side.AFTER)


def _has_subject_before(doc: Doc, quoted: Quoted, cue: Cue) -> bool:
    """Tell whether the verb is the next one of a subject that stands before the quotation.

    'Bee pointed to “torn nets,” claimed that …' tells nothing about who speaks of the nets.
    """
    if quoted.before.start >= quoted.before.end:
        return False
    return not any(c.dep_ in NOUN_SUBJECTS for c in doc[cue.verb].children)


def _has_own_content(doc: Doc, quoted: Quoted, cue: Cue) -> bool:
    """Tell whether the verb says something else: 'Asked about the “night ferry,” Bee said it left'.

    The quotation is then a part of what goes before the verb.
    """
    if quoted.before.start >= quoted.before.end:
        return False
    return any(c.dep_ == "ccomp" and c.i > cue.verb for c in doc[cue.verb].children)


def _sentence_goes_on(doc: Doc, quoted: Quoted) -> bool:
    if quoted.after.start >= quoted.after.end:
        return False
    inner = quoted.words.rstrip()
    first = doc[quoted.after.start]
    if inner[-1:] in ENDS_BEFORE_CUE or first.text == ",":
        return True
    return inner[-1:] != "." and first.pos_ in {"VERB", "PRON", "PROPN"} and quoted.opens_block


def _announcing(doc: Doc, within: TokenRange, cues: Sequence[Cue]) -> list[Cue]:
    inside = cues_within(cues, within)
    return [c for c in inside if c.kind in ANNOUNCING and is_asserted(doc[c.verb], c.kind)]


def _according_behind(doc: Doc, quoted: Quoted) -> Announcement | None:
    for token in doc[quoted.after.start : quoted.after.end]:
        if token.lower_ == "according" and token.i + 1 < quoted.after.end:
            sources = _nominals(doc, TokenRange(token.i + 2, quoted.after.end))[:1]
            cue = TokenRange(token.i, token.i + 2)
            return Announcement(cue=cue, sources=tuple(t.i for t in sources), side=Side.AFTER)
    return None


def _sources_behind(doc: Doc, cue: Cue, within: TokenRange) -> tuple[int, ...]:
    """Return the subject of the announcing verb; it may stand on either side of it."""
    before = _nominals(doc, TokenRange(within.start, cue.verb))
    parsed = [t for t in speakers_of(doc[cue.verb]) if within.covers(t.i)]
    if parsed:
        return tuple(t.i for t in parsed)
    if before:
        return (_head_of_phrase(before[0], within).i,)
    behind = _nominals(doc, TokenRange(cue.verb + 1, within.end))
    return (_head_of_phrase(behind[0], within).i,) if behind else ()


def _nominals(doc: Doc, within: TokenRange) -> list[Token]:
    return [t for t in doc[within.start : within.end] if t.pos_ in NOMINAL]


def _head_of_phrase(token: Token, within: TokenRange) -> Token:
    while token.dep_ in {"compound", "nmod", "amod", "poss"} and within.covers(token.head.i):
        if token.head.i <= token.i:
            break
        token = token.head
    return token


def _announced_before(doc: Doc, quoted: Quoted, cues: Sequence[Cue]) -> Announcement | None:
    before = _words_before(doc, quoted)
    if before.start >= before.end:
        return None
    last = doc[before.end - 1].text
    found = _announcing(doc, before, cues)
    if found and (last in {",", ":"} or _is_close(doc, found[-1], before.end)):
        cue = found[-1]
        sources = tuple(t.i for t in speakers_of(doc[cue.verb]) if not quoted.tokens.covers(t.i))
        sources = sources or tuple(
            t.i for t in _nominals(doc, TokenRange(before.start, cue.verb))[-1:]
        )
        return Announcement(cue=cue.tokens, sources=sources, side=Side.BEFORE)
    if last == ":":
        return _label(doc, before)
    return None


def _words_before(doc: Doc, quoted: Quoted) -> TokenRange:
    """Return the words that may announce: of this sentence, or of a paragraph with a colon."""
    if not quoted.opens_block or quoted.block == 0:
        return quoted.before
    block = blocks_of(doc)[quoted.block - 1].tokens
    if doc[block.end - 1].text[-1:] != ":":
        return quoted.before
    return TokenRange(sentence_start(doc, block.start, block.end), block.end)


def _is_close(doc: Doc, cue: Cue, end: int) -> bool:
    """Tell whether only "that", adverbs and times stand between the cue and the mark."""
    between = doc[cue.tokens.end : end]
    return all(
        t.pos_ in {"ADV", "SCONJ", "PUNCT", "PART"} or t.ent_type_ in {"DATE", "TIME"}
        for t in between
    )


def _label(doc: Doc, before: TokenRange) -> Announcement | None:
    """Read 'Ann Bee: “…”'."""
    words = [t for t in doc[before.start : before.end] if not t.is_punct]
    if not words or words[-1].pos_ != "PROPN" or words[-1].dep_ in {"pobj", "dobj"}:
        return None
    return Announcement(cue=None, sources=(words[-1].i,), side=Side.BEFORE)


def _announced_by_noun(doc: Doc, quoted: Quoted) -> Announcement | None:
    """Read 'From the report: “…”': the subject of the words before the colon, else a noun."""
    before = _words_before(doc, quoted)
    if before.start >= before.end or doc[before.end - 1].text != ":":
        return None
    nouns = _nominals(doc, before)
    subjects = sorted(
        (t for t in nouns if t.dep_ == "nsubj"), key=lambda t: (t.head.dep_ != "ROOT", t.i)
    )
    names = [t for t in nouns if t.pos_ == "PROPN"]
    chosen = subjects[:1] or names[-1:] or nouns[-1:]
    if not chosen:
        return None
    return Announcement(cue=None, sources=(chosen[0].i,), side=Side.BEFORE)


def _announced_by_comma(doc: Doc, quoted: Quoted) -> Announcement | None:
    """Read 'Ann Bee shrugged, “We lost the game.”' and 'As Ann Bee put it, “a rout.”'.

    The construction announces, whatever the verb.
    """
    before = quoted.before
    if before.end - before.start < FEW_WORDS or doc[before.end - 1].text != ",":
        return None
    verbs = [t for t in doc[before.start : before.end] if t.tag_ in SAYING_TAGS]
    if not verbs or not (_is_sentence(doc, quoted) or _is_put_so(doc, before, verbs[-1])):
        return None
    subjects = [t for t in speakers_of(verbs[-1]) if before.covers(t.i)]
    if not subjects:
        return None
    cue = TokenRange(verbs[-1].i, verbs[-1].i + 1)
    return Announcement(cue=cue, sources=tuple(t.i for t in subjects), side=Side.BEFORE)


def _in_words_of(doc: Doc, quoted: Quoted) -> Announcement | None:
    """Read 'In Ann Bee’s words, “a rout.”' and 'in the words of Ann Bee, “a rout.”'."""
    before = quoted.before
    if before.end - before.start < FEW_WORDS or doc[before.end - 1].text not in {",", ":"}:
        return None
    words = next((t for t in doc[before.start : before.end] if t.lower_ == "words"), None)
    if words is None or words.dep_ != "pobj" or words.head.lower_ != "in":
        return None
    named = [c for c in words.children if c.dep_ == "poss"]
    named = named or [c for of in words.children if of.lower_ == "of" for c in of.children]
    if not named:
        return None
    cue = TokenRange(words.i, words.i + 1)
    return Announcement(cue=cue, sources=(named[0].i,), side=Side.BEFORE)


def _is_sentence(doc: Doc, quoted: Quoted) -> bool:
    words = [t for t in doc[quoted.tokens.start : quoted.tokens.end] if t.is_alpha]
    ends = quoted.words.rstrip()[-1:] in SENTENCE_ENDS
    return len(words) >= FEWEST_WORDS_OF_SENTENCE and ends and quoted.words[:1].isupper()


def _is_put_so(doc: Doc, before: TokenRange, verb: Token) -> bool:
    """Tell whether the words are "as she put it" or "as he likes to say"."""
    opens = any(t.lower_ == "as" for t in doc[before.start : verb.i][:FEW_WORDS])
    return opens and before.end - verb.i <= FEW_WORDS + 1
