"""Tell the menus, share bars and page numbers that a text brought along from its page.

Where a scraper has lost the spaces between the entries of a menu, its words are glued together
("AboutContactNewsletter"); running text has such joints in a few names only ("YouTube").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.lexicons import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = ("text", "opens", "example")
JOINT = re.compile(r"(?<=[A-Za-z]{3}[a-z])[A-Z][a-z]{2}|(?<=[\d)»])[A-Z][a-z]{2}")
"""Where an entry begins that is glued to the one before; "McBee", "DeWitt" and "YouTube" not."""
FEWEST_JOINTS = 4
LONGEST_ENTRY = 60
"""Characters between two joints of one menu."""
MOST_WORDS_BETWEEN = 6
"""Words for each joint in a line that is nothing but a menu."""
FEWEST_JOINTS_DENSE = 2
"""Joints where there are no more words than these."""
FEWEST_JOINTS_OPENED = 1
"""Joints after a word that opens menus ("Issues:", "Home")."""
LONGEST_OPENED = 40
"""Words of a line that such a word makes a menu."""
TEASER = re.compile(r"(?:Read More|Continue Reading|Learn More|Full Story)(?=[A-Z“\"]|$)")
"""What a list of stories has between one and the next, glued to the second."""
FEWEST_TEASERS = 2
"""One may be a heading ("Read MoreBooks")."""
SENTENCE_END = re.compile(r"[a-z\d”\"][.!?][”\"’')]*(?:\s|$)")
MARKS = re.compile(r"[\W_]+")


@cache
def menu_words() -> dict[str, bool]:
    """Return the words of menus, each with whether it opens one."""
    answers = frozenset({"yes", "-"})
    return {
        row.cell("text"): row.choice("opens", answers) == "yes"
        for row in read_table("menu_words.tsv", COLUMNS)
    }


def is_menu(line: str) -> bool:
    """Tell whether a whole line is a menu, an entry of one, or the number of a page.

    >>> is_menu("HomeAboutContactNewsletterSubscribe"), is_menu("Share"), is_menu("12")
    (True, True, True)
    >>> is_menu("Share the burden"), is_menu("McBee met YouTube and LinkedIn.")
    (False, False)
    """
    words = MARKS.sub(" ", line).strip().casefold()
    if words in menu_words() or (words.isdigit() and line.strip() == words):
        return True
    return _is_glued(line, len(line.split()))


def _is_glued(line: str, words: int) -> bool:
    if SENTENCE_END.search(line):
        return False
    joints = len(JOINT.findall(line))
    if joints >= FEWEST_JOINTS and words <= MOST_WORDS_BETWEEN * joints:
        return True
    if joints >= FEWEST_JOINTS_DENSE and words <= joints:
        return True
    return joints >= FEWEST_JOINTS_OPENED and words <= LONGEST_OPENED and _opens_menu(line)


def _opens_menu(line: str) -> bool:
    first = re.match(r"[A-Za-z]+?(?= |:|[A-Z][a-z]|$)(?: [A-Z][a-z]+?(?=[A-Z]|$))?", line.strip())
    return first is not None and menu_words().get(first.group().casefold(), False)


def is_glued(word: str) -> bool:
    """Tell whether words of a menu are glued together in one: "ReleasesCouncil".

    Names are written so too ("HarborWatch"): ask only where a text has brought a menu along.
    """
    return JOINT.search(word) is not None


def menu_parts(line: str) -> tuple[tuple[int, int], ...]:
    """Return the characters of menus within a line that goes on as running text.

    >>> line = "AboutContactNewsPressOffices The council met on Monday and voted for the canal."
    >>> [line[start:end] for start, end in menu_parts(line)]
    ['AboutContactNewsPressOffices']
    """
    runs: list[list[int]] = []
    for match in JOINT.finditer(line):
        at = match.start()
        if runs and at - runs[-1][-1] <= LONGEST_ENTRY and not _ends(line, runs[-1][-1], at):
            runs[-1].append(at)
        else:
            runs.append([at])
    menus = [_whole(line, run) for run in runs if len(run) >= FEWEST_JOINTS]
    return tuple(_disjoint(sorted([*menus, *teasers(line)])))


def teasers(line: str) -> list[tuple[int, int]]:
    """Return the characters of the links between the stories of a list.

    >>> line = "Bee left.Read MoreFox stayed.Read MoreThe end."
    >>> [line[start:end] for start, end in menu_parts(line)]
    ['Read More', 'Read More']
    """
    found = [match.span() for match in TEASER.finditer(line)]
    return found if len(found) >= FEWEST_TEASERS else []


def _disjoint(parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    end = 0
    for part in parts:
        if part[0] >= end:
            yield part
            end = part[1]


def _ends(line: str, start: int, end: int) -> bool:
    return SENTENCE_END.search(line, start, end) is not None


def _whole(line: str, joints: list[int]) -> tuple[int, int]:
    """Widen a run of joints to the words that hold its first and last."""
    start = line.rfind(" ", 0, joints[0]) + 1
    end = line.find(" ", joints[-1])
    return start, len(line) if end < 0 else end
