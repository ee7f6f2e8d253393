"""Tell where a phrase for several starts before its noun and where it ends after it.

Before the noun stand adjectives, nouns and names that say which ("Bee supporters", "current and
former aides", "rank-and-file members"). After it stand phrases that say whose or where ("members
of the council") and clauses without a comma that say which of them are meant ("owners who live on
the river"). Such a clause tells an uncounted group from all others of its kind, so it belongs to
its name; a counted group is known by its number without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.numbers import YEAR, number_words
from graphkit.nlp.syntax import PLURAL, SUBJECTS, VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from graphkit.nlp.annotations import Block

MODIFIER_TAGS = frozenset({"ADJ", "NOUN", "PROPN"})
VAGUE_ADJECTIVES = frozenset(
    {"many", "more", "fewer", "several", "few", "most", "numerous", "various", "some", "other"}
)
"""Adjectives that say how many or which, not of what kind."""
RELATIONS = frozenset({"of", "in", "from", "for", "on", "familiar"})
"""Words that go on with a group after its noun."""
LONGEST_RELATION = 8
"""Tokens of what goes on."""
LONGEST_RESTRICTION = 10
"""Tokens of a clause that says who is meant."""
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
HYPHENS = frozenset({"-", "–"})
AND = frozenset({"and", "or"})
CLAUSE_ENDS = frozenset(
    {",", ";", ":", "—", "–", "--", "(", ")", "[", '"', "“", "”", ".", "!", "?"}
)
RELATIVE_CLAUSES = frozenset({"relcl", "acl", "amod", "advcl"})
"""How the parser hangs what follows a noun and restricts it."""
POSTPOSED = frozenset({"aligned", "allied", "close", "critical", "loyal", "opposed", "skeptical"})
"""Words with a preposition that say after a noun who is meant, wherever the parser hangs them."""
PARTICIPLES = frozenset({"VBN", "VBG", "JJ"})


class Scan(NamedTuple):
    """A block that is read; `people` are the tokens of names."""

    doc: Doc
    block: Block
    people: frozenset[int]


def modifiers_start(scan: Scan, start: int, kind: str) -> int:
    """Return where the adjectives, nouns and names before a group's noun start."""
    doc, floor = scan.doc, scan.block.tokens.start
    i = start
    while i > floor:
        token = doc[i - 1]
        if token.text in HYPHENS and not token.whitespace_ and i - 1 > floor:
            if doc[i - 2].lower_ in number_words():
                break
            i -= 2
        elif _is_first_of_two(scan, i, start):
            i -= 2
        elif _is_modifier(scan, token, start) and not (kind == "party" and _is_object(token)):
            i -= 1
        elif token.i in scan.people and _names_whose(scan, i, start, kind):
            i = _name_start(scan, i)
        else:
            break
    return i


def _is_first_of_two(scan: Scan, i: int, head_start: int) -> bool:
    """Tell whether "and" joins modifiers: "current and former aides", "House and Senate aides"."""
    doc, floor = scan.doc, scan.block.tokens.start
    if i - 2 < floor or doc[i - 1].lower_ not in AND or i >= head_start:
        return False
    first = doc[i - 2]
    if first.pos_ not in MODIFIER_TAGS or first.tag_ in PLURAL or first.i in scan.people:
        return False
    if first.ent_type_ == "PERSON":
        return False
    return first.head.i >= i and first.dep_ in {"amod", "compound", "nmod", "nn"}


def _is_object(token: Token) -> bool:
    """Tell "the change Republicans want" from "establishment Republicans"."""
    if token.pos_ != "NOUN" or not token.text.islower() or token.i == 0:
        return False
    before = token.nbor(-1)
    return before.pos_ in {"DET", "ADJ", "NOUN"} and before.text != "-"


def _is_modifier(scan: Scan, token: Token, head_start: int) -> bool:
    if token.i in scan.people or token.pos_ not in MODIFIER_TAGS | {"VERB", "NUM"}:
        return False
    if token.pos_ == "NUM":
        # "some 2020 candidates": a year says which
        return YEAR.fullmatch(token.text) is not None and token.i + 1 <= head_start
    if token.ent_type_ in {"DATE", "TIME"} and token.pos_ != "ADJ":
        return False
    if token.tag_ == "NNS" and token.dep_ not in {"compound", "nmod", "amod"}:
        return False
    if token.pos_ == "VERB":
        return token.i > 0 and scan.doc[token.i - 1].text == "-"
    return token.lower_ not in number_words() and token.lower_ not in VAGUE_ADJECTIVES


def _names_whose(scan: Scan, i: int, head_start: int, kind: str) -> bool:
    """Tell whether the name before token `i` says whose people they are: "Bee supporters"."""
    doc = scan.doc
    if kind in {"party", "crowd"} or doc[head_start].text[:1].isupper():
        return False
    return doc[i - 1].dep_ in {"compound", "nmod", "poss"} and doc[i - 1].head.i >= i


def _name_start(scan: Scan, i: int) -> int:
    while i > scan.block.tokens.start and i - 1 in scan.people:
        i -= 1
    return i


def relation_end(doc: Doc, end: int, stop: int) -> int:
    """Return where what belongs to a group ends: "members of Congress", "sources familiar with".

    What is too long is cut before one of its prepositions.
    """
    if end + 1 >= stop or doc[end].lower_ not in RELATIONS or doc[end].head.i != end - 1:
        return end
    if doc[end + 1].ent_type_ in {"DATE", "TIME"}:
        # "leaders on Sunday" say when they did it
        return end
    right = min(doc[end].right_edge.i + 1, stop)
    for i in range(end + 1, right):
        if _ends_relation(doc, i):
            right = i
            break
    if right > end + LONGEST_RELATION:
        cuts = [i for i in range(end + 2, end + LONGEST_RELATION + 1) if doc[i].dep_ == "prep"]
        right = cuts[-1] if cuts else end
    return right if end + 1 < right and doc[right - 1].pos_ in NOUNS else end


def _ends_relation(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.text in CLAUSE_ENDS or token.lower_ in {"who", "that", "which"}:
        return True
    if token.lower_ in AND and _joins_plural(token):
        return True
    described = token.dep_ in {"amod", "compound"}
    return token.pos_ in VERBS and doc[i - 1].text not in HYPHENS and not described


def _joins_plural(conjunction: Token) -> bool:
    """Tell the next group from a part of the phrase: "foes of cheap power and dam supporters"."""
    first = conjunction.head
    joined = [t for t in first.rights if t.dep_ == "conj" and t.i > conjunction.i]
    return first.tag_ == "NN" and bool(joined) and joined[0].tag_ == "NNS"


def restriction_end(doc: Doc, head: int, end: int, stop: int) -> int:
    """Return where the clause ends that says which of a kind are meant, else `end`.

    It follows without a comma: "owners who live on the river", "senators opposed to the bill".
    """
    if end >= stop or not _restricts(doc, head, end):
        return end
    clause = _clause_of(doc, head, end)
    if clause is None:
        return end
    if clause.i == end and clause.right_edge.i == end:
        # "voters polled", "senators present"
        return end + 1 if clause.tag_ == "VBN" else end
    right = min(clause.right_edge.i + 1, stop)
    for i in range(end, right):
        if doc[i].text in CLAUSE_ENDS:
            if doc[i].text != ",":
                return end
            right = i
            break
    return right if end + 1 < right <= end + LONGEST_RESTRICTION else end


def _restricts(doc: Doc, head: int, end: int) -> bool:
    """Tell a clause that restricts the noun from the verb it is the subject of."""
    if doc[end].text in CLAUSE_ENDS or doc[end].is_space:
        return False
    # in "with lawmakers passing it" they are the subject of the participle
    noun = doc[head]
    absolute = noun.dep_ == "pobj" and noun.head.lower_ == "with"
    if doc[end].tag_ == "VBG" and noun.dep_ not in SUBJECTS:
        return False
    return not (absolute and doc[end].tag_ == "VBN") and noun.dep_ != "nsubjpass"


def _clause_of(doc: Doc, head: int, end: int) -> Token | None:
    """Return the token under which the clause hangs."""
    if doc[end].lower_ in POSTPOSED:
        preps = (c for c in doc[end].rights if c.dep_ == "prep" and c.i == end + 1)
        return next(preps, None)
    for child in doc[head].rights:
        if child.dep_ == "relcl" and child.left_edge.i == end:
            return child
        if child.i == end and child.dep_ in RELATIVE_CLAUSES and child.tag_ in PARTICIPLES:
            return child
    return None
