"""Tell what each line of a text is for: body, headline, caption, menu, contact and the like."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from graphkit.nlp.annotations import BlockKind
from graphkit.nlp.credits import NAME, credit_ranges
from graphkit.nlp.datelines import date_in_line, has_dateline
from graphkit.nlp.headlines import CLOSED, is_title_case
from graphkit.nlp.left_code import CodeReader
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.menus import is_menu

COLUMNS = ("text", "where", "kind", "example")
PLACES = frozenset({"anywhere", "end", "opens", "pattern", "start", "whole"})
KINDS = frozenset({"boilerplate", "byline", "caption", "closing", "contact"})
LONGEST_MARKED = 16
"""Words of a line that is told by how it starts: longer ones are sentences ("Listen to …")."""
LONGEST_MARKED_LINE = 1000
"""Characters."""
LONGEST_PATTERNED = 60
"""Words of a line that is told by words within: what is longer says other things too."""
BULLET = re.compile(r"\s*(?:[•⦁●▪*·–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
LONGEST_HEADLINE = 30
"""Words."""
LONGEST_SUBHEAD = 14
"""Words of a headline between paragraphs."""
LONGEST_SIGNATURE = 12
"""Words of a line under a letter."""
LEADING_LINES = 3
"""Lines at the start that may be headline and subheads."""
CREDIT_SHARE = 0.8
"""Share of a paragraph that a credit fills when it is nothing else."""
CONTACT = re.compile(
    r"[\w.+-]{1,60}@[\w-]{1,60}\.\w|\(?\b\d{2,4}\)?[ .-]{1,2}\d{3,4}[ .-]\d{3,4}\b|\b\d{4} \d{6}\b"
)
"""An e-mail address or a telephone number."""
LONGEST_CONTACT = 14
"""Words of a line that gives whom to ask, and how."""
CONTACT_LINES = 4
"""Short lines after such a line that go on with it."""
LONGEST_CONTACT_NAME = 4
"""Words of a name alone in a line of these."""
NAME_ALONE = re.compile(rf"\s*(?:[—–-]{{1,2}} ?{NAME}|(?:{NAME}, ){{0,8}}{NAME},? and {NAME})\s*$")
"""Who wrote it: "— Ann Bee", "Ann Bee and Cy Dee"."""
END_MARK = re.compile(r"\s*(?:#|-? ?30|\[?(?:ENDS?|Ends?|ends?)\b)")
ABOUT = re.compile(r"\s*(?:About|ABOUT) (?:the |THE )?[A-Z]")
BYLINE_LINES = range(2, 5)
"""Lines below the headline in which a reporter's name stands alone."""
LONGEST_PLAIN_SUBHEAD = 6
"""Words of a subhead that is written like a sentence, without its end."""
SPOKEN_END = ("”", '"', "’")


class BlockMark(NamedTuple):
    """A row of `block_marks.tsv`."""

    text: str
    where: str
    kind: str
    example: str

    def fits(self, line: str, folded: str, words: int) -> bool:
        """Tell whether the mark stands in a line, given as written and folded."""
        if self.where == "whole":
            return folded == self.text
        if self.where == "pattern":
            return words <= LONGEST_PATTERNED and _compiled(self.text).search(line) is not None
        if self.where in {"anywhere", "end"}:
            found = self.text in folded if self.where == "anywhere" else folded.endswith(self.text)
            return found and words <= LONGEST_PATTERNED
        is_short = self.where == "opens" or words <= LONGEST_MARKED
        return is_short and folded.startswith(self.text) and self._is_whole(folded)

    def _is_whole(self, folded: str) -> bool:
        """Tell "Advertisement" from "Advertisements inviting applications"."""
        following = folded[len(self.text) : len(self.text) + 1]
        return not (self.text[-1].isalnum() and following.isalnum())


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("NAME", NAME))


@cache
def block_marks() -> tuple[BlockMark, ...]:
    """Return the marks of `block_marks.tsv`."""
    return tuple(
        BlockMark(
            row.cell("text"),
            row.choice("where", PLACES),
            row.choice("kind", KINDS),
            row.cell("example"),
        )
        for row in read_table("block_marks.tsv", COLUMNS)
    )


class KindReader:
    """Tells the kinds of the lines of one text, from first to last."""

    def __init__(self, title: str, text: str = "") -> None:
        """Begin; `title` is that of the metadata, folded, `text` the whole that is read."""
        self._title = title
        self._text = text
        self._code = CodeReader()
        self._line = 0
        self._body_begun = False
        self._signing = False
        self._contact_lines = 0
        self._spoken = False
        """The line before ends with a quotation, which a name may follow."""
        self._ended = False
        """The line before ends a sentence."""
        self._over = False
        """A mark has ended the text."""
        self._about = False
        """What follows is about the publisher."""

    def kind(self, text: str) -> BlockKind:
        """Return the kind of the next line."""
        self._line += 1
        kind = self._furniture(text) or self._told(text)
        kind = self._after_end(text, kind)
        if kind is BlockKind.BODY:
            self._body_begun = True
        if kind is not BlockKind.CONTACT:
            self._contact_lines = 0
        self._spoken = text.rstrip().endswith(SPOKEN_END)
        self._ended = CLOSED.search(text) is not None
        return kind

    def _furniture(self, text: str) -> BlockKind | None:
        """Return what a line is that is no part of the text itself."""
        if self._code.is_code(text):
            return BlockKind.SCRIPT
        if is_menu(text):
            return BlockKind.MENU
        mark = _mark(text)
        if mark is not None and mark.kind == "closing":
            self._signing = True
            return BlockKind.BODY
        if mark is not None:
            self._contact_lines = CONTACT_LINES
            return BlockKind(mark.kind)
        return self._contact(text) or _credited(text) or self._author(text)

    def _after_end(self, text: str, kind: BlockKind) -> BlockKind:
        """Tell what a publisher says of itself ("About Harbor Watch") from the text before it."""
        if kind is BlockKind.BOILERPLATE and END_MARK.match(text):
            self._over = True
        elif self._over and ABOUT.match(text):
            self._about = True
        elif kind is not BlockKind.BODY:
            self._about = False
        return BlockKind.BOILERPLATE if self._about else kind

    def _contact(self, text: str) -> BlockKind | None:
        words = len(text.split())
        if words <= LONGEST_CONTACT and CONTACT.search(text) and not CLOSED.search(text):
            self._contact_lines = CONTACT_LINES
            return BlockKind.CONTACT
        goes_on = self._contact_lines > 0 and words <= LONGEST_CONTACT_NAME
        if goes_on and re.fullmatch(rf"\s*{NAME}\s*", text):
            self._contact_lines -= 1
            return BlockKind.CONTACT
        return None

    def _author(self, text: str) -> BlockKind | None:
        """Tell a byline without "by"; after a quotation such a name is its speaker's."""
        if self._signing or self._spoken or text.isupper():
            return None
        alone = self._line in BYLINE_LINES and re.fullmatch(rf"\s*{NAME}\s*", text)
        if alone and self._text.count(text.split()[-1]) == 1:
            return BlockKind.BYLINE  # who is spoken of is named again
        return BlockKind.BYLINE if NAME_ALONE.match(text) else None

    def _told(self, text: str) -> BlockKind:
        if self._signing and len(text.split()) <= LONGEST_SIGNATURE and not CLOSED.search(text):
            return BlockKind.SIGNATURE
        self._signing = False
        if date_in_line(text) is not None:
            return BlockKind.DATELINE
        if BULLET.match(text):
            return BlockKind.LIST_ITEM
        if self._is_headline(text):
            return BlockKind.SUBHEAD if self._body_begun else BlockKind.HEADLINE
        return BlockKind.BODY

    def _is_headline(self, text: str) -> bool:
        words = len(text.split())
        if self._title and text.strip().casefold() == self._title:
            return True
        if words > LONGEST_HEADLINE or has_dateline(text):
            return False
        if text.endswith(":"):
            return words > 1 and is_title_case(text)
        if CLOSED.search(text):
            return False
        if not self._body_begun and self._line <= LEADING_LINES:
            return True
        if words <= LONGEST_SUBHEAD and is_title_case(text):
            return True
        return self._ended and words <= LONGEST_PLAIN_SUBHEAD and text[:1].isupper()


def _mark(text: str) -> BlockMark | None:
    line = text.strip()
    if len(line) > LONGEST_MARKED_LINE:
        return None
    folded, words = line.casefold(), len(line.split())
    return next((m for m in block_marks() if m.fits(line, folded, words)), None)


def _credited(text: str) -> BlockKind | None:
    """Return what a line with a photographer's or reporter's name is."""
    ranges = credit_ranges(text) if len(text) <= LONGEST_MARKED_LINE else ()
    if not ranges:
        return None
    covered = {i for start, end in ranges for i in range(start, end)}
    if len(covered) >= CREDIT_SHARE * len(text):
        return BlockKind.BYLINE
    last = max(end for _, end in ranges)
    is_last = len(text) - last <= len(").") and len(text.split()) <= LONGEST_PATTERNED
    return BlockKind.CAPTION if is_last else None
