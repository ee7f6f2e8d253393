"""Write headlines as they would stand in running text.

"Dunn Urges Board To Drop Canal Fee" hides verbs and names alike from a tagger: all words are
capitalised. The running text below shows how each word is really written, so a headline can be
written the same way before it is parsed. Lengths never change: spans hold for the text as read.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp import federal_bodies, jurisdictions, parties, titles
from graphkit.nlp.cue_table import cues
from graphkit.nlp.datelines import LETTERS, has_dateline
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.menus import is_menu
from graphkit.nlp.polarity import inverters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LINE = re.compile(r"[^\r\n]+")
WORD = re.compile(r"[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+|-[^\W\d_]+)*")
"""A word without its possessive ending."""
SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[\r\n]\s*|[“\"‘(]\s*)$")
CLOSED = re.compile(r"[.!?:;,…][\"”’')\]]*$")
"""The end of a sentence or clause; headlines have none."""
CUT = ("...", "…")
"""The end of a headline that a page has cut."""
RULED = frozenset({"administration", "presidency", "era"})
"""Behind a ruler's name ("Bee Administration")."""
INNER_CAPITAL = re.compile(r"[^\W\d_]*[a-z][A-Z]")
"""A name like "McBee" or "DeLong"."""
HEADLINE_LINES = 4
"""Lines at the top of a text among which a headline and its deck are looked for."""
FEWEST_WORDS = 4
LONGEST_HEADLINE_CHARS = 300
CAPITALISED_SHARE = 0.75
"""Share of longer words with a capital that makes a headline; running text has 0.1 to 0.3."""
SHORT_WORD = 3
"""Letters of the longest words that headlines leave small ("of", "for")."""
LONGEST_ACRONYM = 5
LONGEST_PHRASE = 8
"""Words in a row that are looked up in the running text as they stand."""


def with_plain_headlines(text: str) -> str:
    """Return `text` with its headlines written as the running text writes their words.

    The result has the same length, and every character is that of `text` or its small form.
    """
    lines = list(_headlines(text))
    if not lines:
        return text
    headlines = [text[start:end] for start, end in lines]
    body = text[max(end for _, end in lines) :]
    for headline in headlines:
        # a page that says its headline twice tells nothing more of its words
        body = body.replace(_title(headline), " ")
    forms = _forms(body)
    for headline in headlines:
        for word in _names(headline):
            forms.setdefault(word.casefold(), word)
    pieces, at = [], 0
    for (start, end), headline in zip(lines, headlines, strict=True):
        pieces += [text[at:start], _plain(headline, forms, body)]
        at = end
    plain = "".join([*pieces, text[at:]])
    for (start, _), headline in zip(lines, headlines, strict=True):
        title = _title(headline)
        first = start + headline.index(title)
        # pages glue their headlines to what stands around them: "Press ReleasesBee Urges Change"
        plain = plain.replace(title, plain[first : first + len(title)])
    return plain


def _title(headline: str) -> str:
    """Return a headline without the name of its site ("… | Congresswoman Ann Bee")."""
    title = headline.split("|")[0].strip()
    return title if len(WORD.findall(title)) >= FEWEST_WORDS else headline


def _headlines(text: str) -> Iterator[tuple[int, int]]:
    seen = 0
    for match in LINE.finditer(text):
        if not match.group().strip():
            continue
        seen += 1
        if seen > HEADLINE_LINES:
            return
        if is_headline(match.group()):
            yield match.span()


def is_headline(line: str) -> bool:
    """Tell whether a line at the top is capitalised like a headline, and no menu."""
    if len(line) > LONGEST_HEADLINE_CHARS or len(WORD.findall(line)) < FEWEST_WORDS:
        return False
    is_closed = line.rstrip()[-1:] in {".", "”"} and not line.rstrip().endswith(CUT)
    if is_closed or has_dateline(line) or is_menu(line):
        return False
    return is_title_case(line)


def is_title_case(text: str) -> bool:
    """Tell whether nearly all longer words of a line have capitals.

    >>> is_title_case("Council Votes to Close the Old Mill")
    True
    >>> is_title_case("The council voted to close the Old Mill")
    False
    """
    long = [w for w in LETTERS.findall(text) if len(w) > SHORT_WORD]
    capitalised = sum(1 for w in long if w[0].isupper())
    return bool(long) and capitalised >= CAPITALISED_SHARE * len(long)


def _forms(body: str) -> dict[str, str]:
    """Return for each word of the running text the form it has inside of sentences."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for match in WORD.finditer(body):
        if not SENTENCE_START.search(body[max(0, match.start() - 4) : match.start()]):
            counts[match.group().casefold()][match.group()] += 1
    return {key: forms.most_common(1)[0][0] for key, forms in sorted(counts.items())}


def _names(line: str) -> Iterator[str]:
    """Yield the name of whose site it is: "Ann", "Bee" of "… | Congresswoman Ann Bee"."""
    site = [m.group() for m in WORD.finditer(line[line.rfind("|") :])] if "|" in line else []
    if site[-3:-2] and site[-3] in _title_words() and not line.isupper():
        yield from site[-2:]


@cache
def _proper_words() -> frozenset[str]:
    """Return the words of names of places, bodies and parties, which stay as they are."""
    rows = (
        *read_table("jurisdictions.tsv", jurisdictions.COLUMNS),
        *read_table("federal_bodies.tsv", federal_bodies.COLUMNS),
        *read_table("parties.tsv", parties.COLUMNS),
    )
    texts = " ".join(cell for row in rows for key, cell in row.cells.items() if key != "example")
    return frozenset(w for w in WORD.findall(texts) if w[0].isupper())


@cache
def _title_words() -> frozenset[str]:
    rows = read_table("titles.tsv", titles.COLUMNS)
    return frozenset(w for row in rows for w in WORD.findall(row.cell("form")) if w[0].isupper())


def _plain(line: str, forms: Mapping[str, str], body: str) -> str:
    words = list(WORD.finditer(line))
    kept = _kept(line, words, body)
    new = [
        w.group() if place in kept else _form(w.group(), forms, shouted=line.isupper())
        for place, w in enumerate(words)
    ]
    for place, w in enumerate(words):
        if _is_infinitive(words[place - 1 : place] if place else [], w):
            new[place] = w.group().lower()
    pieces, at = [], 0
    for match, word, following in zip(words, new, [*new[1:], ""], strict=True):
        old = match.group()
        is_title = old in _title_words() and following[:1].isupper()
        pieces += [line[at : match.start()], old if is_title else word]
        at = match.end()
    return "".join([*pieces, line[at:]])


def _kept(line: str, words: list[re.Match[str]], body: str) -> set[int]:
    """Return the places of words that stand in the running text in just this order and form."""
    kept: set[int] = set()
    for start in range(len(words)):
        for end in range(min(len(words), start + LONGEST_PHRASE), start + 1, -1):
            if line[words[start].start() : words[end - 1].end()] in body:
                kept.update(range(start, end))
                break
    if not line.isupper():
        rulers = (n - 1 for n, w in enumerate(words) if w.group().casefold() in RULED)
        kept.update(n for n in rulers if n >= 0)
        kept.update(n for n, w in enumerate(words) if INNER_CAPITAL.match(w.group()))
    return kept


def _is_infinitive(before: list[re.Match[str]], word: re.Match[str]) -> bool:
    """Tell "to Fight" where the text only speaks of a "Fight Hunger Act"."""
    return any(w.group().casefold() == "to" for w in before) and word.group().casefold() in _verbs()


@cache
def _verbs() -> frozenset[str]:
    """Return the verbs of support and opposition, and of ending and keeping, by lemma."""
    return frozenset(lemma for lemma, pos in (*cues(), *inverters()) if pos == "VERB")


def _form(word: str, forms: Mapping[str, str], *, shouted: bool) -> str:
    known = forms.get(word.casefold())
    if known is not None and len(known) == len(word):
        return known
    if word in _proper_words():
        return word
    is_acronym = word.isupper() and len(word) <= LONGEST_ACRONYM and not shouted
    small = word.lower()
    return word if is_acronym or not word[1:] or len(small) != len(word) else small
