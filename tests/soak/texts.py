"""Strange texts, each made from one number.

`python -m tests.soak.texts SEED` shows one.
"""

from __future__ import annotations

import random
import sys
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.resources import data

if TYPE_CHECKING:
    from collections.abc import Callable

PLACES = ("Ohio", "Maine", "New Mexico", "U.S.", "D-Ohio", "(R-Maine)", "District of Columbia")
NAMES = (
    "Ada Wren",
    "Bo Lind",
    "Dr. Eva Fink Jr.",
    "José Ñúñez-O'Dell",
    "McKay",
    "K. L. Zu",
    "李明",
)
OFFICES = ("Sen.", "Reps.", "Attorney General", "Governor", "former county judges", "Mayors")
MARKS = ('"', "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", "(", ")", "[", "]", "—", "--")
POINTS = (
    ",",
    ";",
    ":",
    ".",
    "...",
    "…",
    "!",
    "?",
    "?!",
    "•",
    "*",
    "/s/",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
)
BREAKS = (
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
    "\u2029",
    "\n\u00a0\n",
    " \n ",
)
HOSTILE = (
    "<script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% raw %}",
    '" . } ; DROP GRAPH <urn:x> ; #',
    "\\u0000 \\N{BULLET} \\\\ %s %00 ${HOME}",
    "javascript:alert(1)",
    "<https://example.org/a> <b> 'c'",
    "Robert'); DROP TABLE stances;--",
    "=cmd|' /C calc'!A0",
    "]]> <!-- -- > <?xml?>",
)
EMOJI = ("👩‍👩‍👧", "🇺🇸", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️", "🙈")
ODD = tuple(
    "\u0301\u200d\u200b\ufeff\u202e\u2066\u00ad\u00a0\u3000\u0378\ue000\uffff\U0010ffff"
    "\ufb01\u0130\u00df\u01c5\u017f\u212a\u2460\u00b2\u00bd\u0663\u05dd\u0639"
)
"""Marks without a width, spaces, no characters, and letters that change their number or case."""
CONTROLS = tuple(chr(code) for code in (*range(1, 32), *range(127, 160)))
RANGES = ((32, 127), (160, 768), (768, 880), (1424, 1792), (8192, 8400), (12288, 12800),
          (44032, 44100), (64256, 64336), (127744, 128512), (917504, 917632), (1, 55296),
          (57344, 1114112))  # fmt: skip
"""Blocks of code points; the surrogates between the last two are no characters."""


@cache
def samples() -> tuple[str, ...]:
    """Return the texts of the sample corpus."""
    files = sorted((f for f in data("sample").iterdir() if f.name.endswith(".txt")), key=str)
    return tuple(file.read_text(encoding="utf-8") for file in files)


@cache
def vocabulary() -> tuple[str, ...]:
    """Return the words that the rules know: the first column of each lexicon."""
    words: set[str] = set()
    for file in data("").iterdir():
        if file.name.endswith(".tsv") and file.name != "given_names.tsv":
            lines = file.read_text(encoding="utf-8").splitlines()
            words.update(line.split("\t")[0] for line in lines if line and line[0] != "#")
    return tuple(sorted(words))


def some(rng: random.Random, choices: tuple[str, ...], most: int) -> list[str]:
    """Return up to `most` of the choices, with repetitions."""
    return rng.choices(choices, k=rng.randint(1, most))


def of_characters(rng: random.Random) -> str:
    """Return characters of all scripts, composed and not, some of them no characters."""
    blocks = rng.sample(RANGES, k=3)
    return "".join(chr(rng.randrange(*rng.choice(blocks))) for _ in range(rng.randint(1, 300)))


def of_words(rng: random.Random) -> str:
    """Return words that the rules know, in no order."""
    kinds = (
        vocabulary(),
        vocabulary(),
        NAMES,
        OFFICES,
        PLACES,
        MARKS,
        POINTS,
        ("the", "and", "of"),
    )
    words = [rng.choice(rng.choice(kinds)) for _ in range(rng.randint(5, 200))]
    return rng.choice((" ", " ", "  ", "")).join(words)


def of_marks(rng: random.Random) -> str:
    """Return a sample with quotation marks and brackets put in, taken out and exchanged."""
    text = excerpt(rng)
    characters = [rng.choice(MARKS) if c in '"“”‘’()' and rng.random() < 0.5 else c for c in text]
    for _ in range(rng.randint(0, 40)):
        characters.insert(rng.randrange(len(characters) + 1), rng.choice(MARKS))
    return "".join(characters)


def of_depth(rng: random.Random) -> str:
    """Return words in brackets and quotations a hundred deep, closed or not."""
    depth = rng.randint(10, 200)
    opening = some(rng, ("(", "[", "“", "‘", '"', "“‘", "he said that ", "the repeal of "), 3)
    closing = some(rng, (")", "]", "”", "’", '"', "’”", ",” she said. ", ""), 3)
    middle = rng.choice(some(rng, vocabulary(), 9))
    return "".join(rng.choices(opening, k=depth)) + middle + "".join(rng.choices(closing, k=depth))


def of_capitals(rng: random.Random) -> str:
    """Return a sample that shouts, whole or in its headlines, or writes all small."""
    lines = excerpt(rng).split("\n")
    loud = rng.choice((str.upper, str.title, str.swapcase, str.lower, str.casefold))
    return "\n".join(loud(line) if rng.random() < 0.6 else line for line in lines)


def of_lists(rng: random.Random) -> str:
    """Return a list of names, titles and places, each of them perhaps many times."""
    kinds = rng.sample((NAMES, OFFICES, PLACES, vocabulary(), HOSTILE), k=2)
    items = [" ".join(rng.choice(kind) for kind in kinds) for _ in range(rng.randint(1, 20))]
    many = rng.choices(items, k=rng.randint(2, 120))
    between = rng.choice((", ", "; ", " and ", "\n", ",\n", " ", ", and ", "\n\n• "))
    start = rng.choice(("", "Sincerely,\n\n", "Joining Ada Wren in the letter are ", "Signed:\n"))
    return f"{start}{between.join(many)}{rng.choice(('.', '', ' wrote to Bo Lind.'))}"


def of_titles(rng: random.Random) -> str:
    """Return titles upon titles, some with names."""
    words = rng.choices((*OFFICES, "General", "the", "Deputy", "former", "then"), k=60)
    return " ".join(w if rng.random() < 0.8 else rng.choice(NAMES) for w in words)


def of_repetition(rng: random.Random) -> str:
    """Return one short run hundreds of times: commas, digits, quotation marks, an act of an act."""
    unit = "".join(some(rng, (*MARKS, *POINTS, "a ", "1", "Act of ", "not ", "and ", "Bo, "), 3))
    return unit * rng.choice((10, 100, 400))


def of_hostility(rng: random.Random) -> str:
    """Return a sample whose names are attacks on pages, queries and spreadsheets."""
    text = excerpt(rng)
    for word in rng.sample(text.split(), k=min(6, len(text.split()))):
        text = text.replace(word, f"{rng.choice(HOSTILE)}{rng.choice(('', ' '))}", 2)
    return text


def of_oddities(rng: random.Random) -> str:
    """Return a sample with emoji, accents, control characters and odd spaces put in."""
    characters = list(excerpt(rng))
    for _ in range(rng.randint(1, 60)):
        put = rng.choice(rng.choice((EMOJI, ODD, CONTROLS)))
        characters.insert(rng.randrange(len(characters) + 1), put)
    return "".join(characters)


def of_breaks(rng: random.Random) -> str:
    """Return a sample with other line ends, with all on one line, or with a line for each word."""
    text = excerpt(rng)
    style = rng.randrange(3)
    if style == 0:
        return text.replace("\n", rng.choice(BREAKS))
    if style == 1:
        return " ".join(text.split()) * rng.randint(1, 3)
    return rng.choice(BREAKS).join(text.split())


def of_lines(rng: random.Random) -> str:
    """Return lines of samples, some lost, some doubled, some in another order."""
    lines = [line for text in rng.sample(samples(), k=2) for line in text.split("\n")]
    chosen = rng.choices(lines, k=rng.randint(2, 16))
    return "\n".join(chosen)


def of_slips(rng: random.Random) -> str:
    """Return a sample with characters lost, doubled and exchanged."""
    characters = list(excerpt(rng))
    for _ in range(rng.randint(1, 80)):
        place = rng.randrange(len(characters))
        other = rng.randrange(len(characters))
        slip = rng.randrange(3)
        if slip == 0 and len(characters) > 1:
            del characters[place]
        elif slip == 1:
            characters.insert(place, characters[place])
        else:
            characters[place], characters[other] = characters[other], characters[place]
    return "".join(characters)


def excerpt(rng: random.Random) -> str:
    """Return some lines of one sample."""
    lines = rng.choice(samples()).split("\n")
    start = rng.randrange(len(lines))
    found = "\n".join(lines[start : start + rng.randint(2, 12)])
    return found or "Ada Wren spoke."


def of_ten_thousand(rng: random.Random) -> str:
    """Return a text that is long without a line break."""
    unit = rng.choice(
        (", ", '"', "“a ", "Ada Wren, ", "[", "12 ", "Clean Water Act of ", "he said ")
    )
    return unit * (10_000 // len(unit))


MAKERS: tuple[Callable[[random.Random], str], ...] = (
    of_characters,
    of_words,
    of_marks,
    of_depth,
    of_capitals,
    of_lists,
    of_titles,
    of_repetition,
    of_hostility,
    of_oddities,
    of_breaks,
    of_lines,
    of_slips,
)
LONG_EVERY = 500
"""Seeds between two long texts."""


class Trial(NamedTuple):
    """A text with its metadata."""

    seed: int
    maker: str
    text: str
    title: str | None


def trial(seed: int) -> Trial:
    """Return the text of `seed`; it has at least one character that can be seen."""
    rng = random.Random(seed)  # noqa: S311 - the same texts again are what is wanted
    make = of_ten_thousand if seed % LONG_EVERY == LONG_EVERY - 1 else rng.choice(MAKERS)
    title = rng.choice((None, None, *HOSTILE, *EMOJI, "Ada Wren"))
    text = make(rng)
    return Trial(seed, make.__name__, text if text.strip() else f"{text}.", title)


if __name__ == "__main__":
    sys.stdout.write(trial(int(sys.argv[1])).text)
