"""Quoted runs inside of reported clauses: is one a part of the clause, or a sentence beside it?"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.speech_cues import CueKind
from graphkit.nlp.syntax import FINITE_TAGS, NOUN_SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from graphkit.nlp.quoted_runs import Quoted
    from graphkit.nlp.reported_speech import Report

CLAUSE_LABELS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "ROOT", "ccomp"})
"""Labels of words without which what stands before a comma is a mere circumstance."""
SEPARATORS = frozenset({",", "—", "–", "--"})
ARTICLES = frozenset({"a", "an"})
PLACES = frozenset({"in", "on", "during"})
OCCASIONS = PLACES | {"at", "after", "before"}
"""Prepositions of the time and place at which something is said."""
LOOSE_WORDS = 2
"""Words of a reported clause that may stand outside of the marks of a direct quotation."""


class MarkedWords:
    """The words in quotation marks of one document.

    Attributes:
        inside: The indices of the tokens in quotation marks.
    """

    def __init__(self, doc: Doc, quoted: Sequence[Quoted]) -> None:
        self.doc = doc
        self.quoted = quoted
        self.starts = [q.tokens.start for q in quoted]
        self.inside = frozenset(i for q in quoted for i in range(*q.tokens))

    def held(self, content: TokenRange) -> list[Quoted]:
        """Return the quoted runs that share a token with a range, in order."""
        place = max(0, bisect_right(self.starts, content.start) - 1)
        held: list[Quoted] = []
        for i in range(place, len(self.quoted)):
            quoted = self.quoted[i]
            if quoted.tokens.start >= content.end:
                break
            if content.meets(quoted.tokens):
                held.append(quoted)
        return held

    def is_part(self, quoted: Quoted, report: Report) -> bool:
        """Tell whether more of the reported clause than a word or two stands outside of marks."""
        if not report.content.meets(quoted.tokens) or self._follows_colon(quoted):
            return False
        if self._is_cited(quoted, report) or self._is_said_on_occasion(quoted, report):
            return False
        announcing = self._announcing(report)
        outside = [i for i in self._words_outside(report.content) if i not in announcing]
        held = self.held(report.content)
        between = TokenRange(held[0].tokens.end, held[-1].tokens.start)
        if len(held) > 1 and len(self._words_outside(between)) < LOOSE_WORDS:
            return True
        if self._ends_with_comma(quoted):
            return any(self.doc[i].dep_ in CLAUSE_LABELS for i in outside if i != report.cue.verb)
        return len(outside) >= LOOSE_WORDS

    def without_remark(self, report: Report) -> TokenRange:
        """Return what is reported without what the narrator remarks behind the last quotation.

        'said he would “not go,” a swipe at Dee'; 'called it “a toy” in a note'.
        """
        content = report.content
        last = self.held(content)[-1]
        if not last.run.is_closed:
            return content
        after_comma = last.words.rstrip()[-1:] == ","
        for token in self.doc[last.tokens.end : max(last.tokens.end, content.end)]:
            if (after_comma and token.lower_ in ARTICLES) or _is_circumstance(token, report):
                return TokenRange(content.start, self._before_separators(token.i, last))
            after_comma = token.text in SEPARATORS or (after_comma and token.is_quote)
        return content

    def _before_separators(self, end: int, last: Quoted) -> int:
        while end > last.tokens.end and self.doc[end - 1].text in SEPARATORS:
            end -= 1
        return end

    def _is_cited(self, quoted: Quoted, report: Report) -> bool:
        """Tell whether a sentence is quoted beside the verb: 'Asked why, Bee said, “It leaks.”'.

        What the parser took for a part of the clause is then the narrator's: a circumstance
        before the verb, or the speaker with what is told of him.
        """
        if report.content.start < report.cue.verb < quoted.tokens.start:
            is_beside = quoted.before.end - report.cue.tokens.end == 1
            return is_beside and self._ends_with_comma(quoted) and quoted.words[:1].isupper()
        if quoted.words.rstrip()[-1:] != "," or report.cue.verb < quoted.tokens.end:
            return False
        if report.content.start < quoted.tokens.start - 1:
            return False
        return not any(self._is_told(i) for i in range(quoted.tokens.end, report.cue.verb))

    def _is_said_on_occasion(self, quoted: Quoted, report: Report) -> bool:
        """Tell whether nothing but an occasion follows a quoted clause: said “we won” on Monday."""
        if not quoted.run.is_closed or quoted.before.end != report.cue.tokens.end:
            return False
        end = quoted.tokens.end
        while end < report.content.end and not self.doc[end].is_alpha:
            end += 1
        rest = self.doc[end : report.content.end]
        if not rest or rest[0].lower_ not in OCCASIONS or any(t.tag_ in FINITE_TAGS for t in rest):
            return False
        return any(
            t.dep_ in NOUN_SUBJECTS and t.head.i in range(*quoted.tokens)
            for t in self.doc[quoted.tokens.start : quoted.tokens.end]
        )

    def _is_told(self, index: int) -> bool:
        """Tell whether the token is the finite verb of a clause that stands by itself."""
        token = self.doc[index]
        clause = token.head if token.dep_ in {"aux", "auxpass"} else token
        return token.tag_ in FINITE_TAGS and clause.dep_ not in {"relcl", "advcl", "acl"}

    def _announcing(self, report: Report) -> frozenset[int]:
        """Return the announcing words inside of the clause: "It leaks, she said, and rots"."""
        verb = self.doc[report.cue.verb]
        if not report.content.start < verb.i < report.content.end:
            return frozenset()
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        return frozenset((verb.i, *(t.i for c in subjects for t in c.subtree)))

    def _ends_with_comma(self, quoted: Quoted) -> bool:
        return quoted.before.end > 0 and self.doc[quoted.before.end - 1].text == ","

    def _words_outside(self, within: TokenRange) -> list[int]:
        """Return the words in a range that stand in no quotation marks."""
        return [
            i
            for i in range(*within)
            if i not in self.inside and not self.doc[i].is_punct and not self.doc[i].is_space
        ]

    def _follows_colon(self, quoted: Quoted) -> bool:
        before = quoted.before
        return before.start < before.end and self.doc[before.end - 1].text == ":"


def _is_circumstance(token: Token, report: Report) -> bool:
    """Tell whether a phrase says where a judgement was made: "called it a toy in a note"."""
    is_judgement = report.cue.kind is CueKind.JUDGE and token.nbor(-1).dep_ != "neg"
    is_place = token.dep_ == "prep" and token.lower_ in PLACES
    return is_judgement and is_place and token.head.i == report.cue.verb
