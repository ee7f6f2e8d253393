"""Find people known only together: "17 Democratic treasurers", "gun-control advocates"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import FURNITURE, HEADS, BlockKind, TokenRange
from graphkit.nlp.group_phrases import (
    HYPHENS,
    MODIFIER_TAGS,
    Scan,
    modifiers_start,
    relation_end,
    restriction_end,
)
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.numbers import Quantity, number_at, quantity_at
from graphkit.nlp.parties import parties
from graphkit.nlp.phrase_table import PhraseTable
from graphkit.nlp.titles import POSSESSIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from graphkit.nlp.annotations import Block

SKIPPED = FURNITURE | {BlockKind.SIGNATURE}
SINGULAR = frozenset({"unnamed", "collective", "institution"})
"""Classes of singular nouns."""
CLASSES = frozenset({"office", "party", "side", "body", "expert", "crowd"}) | SINGULAR
DEFINITE = frozenset({"the", "these", "those"})
COMPARISON = frozenset({"RBS", "RBR"})
"""Tags of "most" and "more" before an adjective."""
NAME_LABELS = frozenset({"GPE", "ORG", "LAW", "FAC", "WORK_OF_ART", "EVENT"})
POSSESSIVE_PRONOUNS = frozenset({"my", "our", "your", "his", "her", "its", "their"})
PERCENT = frozenset({"percent", "per", "%"})
NOMINAL = MODIFIER_TAGS | {"NUM", "SYM"}
LIST_LINKS = frozenset({(",",), (",", "and"), ("and",)})
"""What stands between the members of a list."""
LONGEST_POSSESSOR = 5
"""Tokens of whose a group is: "fifty of the nation's mayors"."""
LONGEST_QUANTITY = 10
"""Tokens before a group's adjectives that may tell how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMention:
    """A noun phrase for several at tokens [start, end); its head noun ends at `head_end`."""

    start: int
    end: int
    name_end: int
    """Where the name ends: with the clause that says who of a kind is meant."""
    head_start: int
    head_end: int
    kind: str
    quantity: Quantity | None
    definite: bool
    possessive: bool
    party: str | None
    collective: int | None = None
    """Token of "coalition" in "a coalition of mayors"."""
    headline: bool = False
    led: bool = False
    """The phrase starts with a person: "Ann Bee and her colleagues"."""

    @property
    def range(self) -> TokenRange:
        """The phrase's tokens."""
        return TokenRange(self.start, self.end)

    @property
    def count(self) -> int | None:
        """How many, where the phrase tells."""
        return self.quantity.count if self.quantity is not None else None


def find_groups(
    doc: Doc, blocks: tuple[Block, ...], people: frozenset[int]
) -> Iterator[GroupMention]:
    """Yield every noun phrase for several in order; `people` are the tokens of names."""
    for block in blocks:
        if block.kind not in SKIPPED:
            yield from _in_block(Scan(doc, block, people))


def _in_block(scan: Scan) -> Iterator[GroupMention]:
    doc = scan.doc
    i, stop = scan.block.tokens
    last: GroupMention | None = None
    while i < stop:
        hit = roles().at(doc, i, stop)
        if hit is None or not _is_noun(scan, hit.start, hit.end):
            numbered = _known_by_number(scan, i)
            if numbered is not None:
                yield numbered
            i += 1
            continue
        mention = _phrase(scan, hit.start, hit.end, hit.value)
        joined = _joined(doc, last, mention)
        if joined is not None:
            last = joined
        else:
            if last is not None:
                yield last
            last = mention
        i = hit.end
    if last is not None:
        yield last


def _goes_on_list(doc: Doc, last: GroupMention, mention: GroupMention) -> bool:
    """Tell whether a bare noun goes on with a list that one collective or "many" opens."""
    uncounted = last.quantity is None or last.quantity.count is None
    opens = last.collective is not None or last.quantity is not None
    if not (uncounted and opens) or mention.quantity is not None or last.kind == "party":
        return False
    start = mention.start
    if doc[start - 1].lower_ == "other":
        start -= 1
    between = tuple(t.lower_ for t in doc[last.end : start])
    return between in LIST_LINKS and mention.kind not in SINGULAR


def _known_by_number(scan: Scan, i: int) -> GroupMention | None:
    """Return "the Gang of Eight", "a panel of three": a collective and its number alone."""
    doc, stop = scan.doc, scan.block.tokens.end
    if i + 2 >= stop or doc[i].lower_ not in collectives() or doc[i + 1].lower_ != "of":
        return None
    number = number_at(doc, i + 2, stop)
    if number is None or (number[0] < stop and doc[number[0]].pos_ in NOMINAL):
        return None
    return GroupMention(
        start=i,
        end=number[0],
        name_end=number[0],
        head_start=i,
        head_end=i + 1,
        kind="office",
        quantity=Quantity(start=i + 2, end=number[0], count=number[1], modifier=None),
        definite=False,
        possessive=False,
        party=None,
        collective=i,
        headline=scan.block.kind in HEADS,
    )


def _is_noun(scan: Scan, start: int, end: int) -> bool:
    doc = scan.doc
    if start in scan.people or end in scan.people:
        return False
    if not any(token.pos_ in {"NOUN", "PROPN"} for token in doc[start:end]):
        return False
    if end < scan.block.tokens.end and _goes_on(doc, start, end):
        return False
    inside_name = doc[start].ent_type_ in NAME_LABELS and doc[start].ent_iob_ == "I"
    return not (inside_name and doc[start].text[:1].isupper())


def _goes_on(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the noun is the first part of another ("members meeting", "Mayors Council")."""
    if doc[end].pos_ not in {"NOUN", "PROPN"}:
        return False
    capitals = doc[end].text[:1].isupper() and doc[start].text[:1].isupper()
    return doc[end - 1].dep_ == "compound" or capitals or doc[end].tag_ == "NNS"


def _joined(doc: Doc, last: GroupMention | None, mention: GroupMention) -> GroupMention | None:
    """Return "two senators and five mayors" or "93 economists and policy experts" as one.

    So are two parties under one description ("Senate Democrats and Republicans") and a list under
    one collective or quantity ("a group of mayors, sheriffs and judges").
    """
    if last is None or mention.definite or mention.possessive:
        return None
    if _goes_on_list(doc, last, mention):
        return replace(last, end=mention.end, name_end=mention.name_end)
    if mention.start != last.head_end + 1 or doc[last.head_end].lower_ != "and":
        return None
    quantity = last.quantity
    if quantity is None:
        bare = mention.start == mention.head_start and mention.quantity is None
        parties_alike = last.kind == mention.kind == "party" and last.start < last.head_start
        if not (bare and parties_alike) or last.possessive:
            return None
        return replace(last, end=mention.end, name_end=mention.name_end, party=None)
    if mention.quantity is not None:
        if quantity.count is None or mention.quantity.count is None:
            return None
        quantity = replace(quantity, count=quantity.count + mention.quantity.count)
    party = last.party if last.party == mention.party else None
    return replace(last, end=mention.end, name_end=mention.name_end, quantity=quantity, party=party)


def _phrase(scan: Scan, start: int, end: int, kind: str) -> GroupMention:
    doc = scan.doc
    floor, stop = scan.block.tokens
    left = modifiers_start(scan, start, kind)
    quantity, left = _number_of_members(doc, left, kind) or _quantity(doc, left, floor)
    determiner = doc[left - 1] if left > floor else None
    definite = determiner is not None and determiner.lower_ in DEFINITE
    possessive = determiner is not None and determiner.tag_ == "PRP$"
    if quantity is None and determiner is not None and determiner.text in POSSESSIVES:
        left, possessive = _possessor_start(scan, left), True
    elif possessive:
        left -= 1
    collective, left = _collective(doc, left, floor)
    party, before = _party(doc, left, end), quantity
    quantity, end, right = _and_one_more(doc, quantity, end, relation_end(doc, end, stop))
    uncounted = quantity is None or quantity.count is None
    return GroupMention(
        start=left,
        end=right,
        name_end=restriction_end(doc, end - 1, right, stop) if uncounted else right,
        head_start=start,
        head_end=end,
        kind=kind,
        quantity=quantity,
        definite=definite,
        possessive=possessive,
        party=party if quantity == before else None,
        collective=collective,
        headline=scan.block.kind in HEADS,
    )


def _number_of_members(doc: Doc, left: int, kind: str) -> tuple[Quantity, int] | None:
    """Return the number in "a three-judge panel"."""
    start = left - 2
    if kind not in SINGULAR or start < 0 or doc[left - 1].text not in HYPHENS:
        return None
    number = number_at(doc, start, left - 1)
    if number is None or number[0] != left - 1:
        return None
    return Quantity(start=start, end=number[0], count=number[1], modifier=None), start


def _and_one_more(
    doc: Doc, quantity: Quantity | None, end: int, right: int
) -> tuple[Quantity | None, int, int]:
    """Count the one in "33 Democrats and one independent" in."""
    if quantity is None or quantity.count is None or right != end or end + 2 >= len(doc):
        return quantity, end, right
    ones = doc[end].lower_ == "and" and doc[end + 1].lower_ in {"one", "1"}
    if not ones or roles().get(f"{doc[end + 2].lower_}s") is None:
        return quantity, end, right
    return replace(quantity, count=quantity.count + 1), end, end + 3


def _possessor_start(scan: Scan, left: int) -> int:
    """Return where "Ohio's" starts before "Ohio's lawmakers"."""
    i = left - 1
    while i > scan.block.tokens.start and scan.doc[i - 1].pos_ == "PROPN":
        i -= 1
    return i if i < left - 1 else left


def _quantity(doc: Doc, left: int, floor: int) -> tuple[Quantity | None, int]:
    """Return the quantity that ends before the modifiers, "of their" passed over."""
    ends = _quantity_ends(doc, left, floor)
    for start in range(max(floor, left - LONGEST_QUANTITY), left):
        quantity = quantity_at(doc, start, left)
        if quantity is not None and quantity.end in ends and not _compares(doc, start):
            if doc[quantity.end].lower_ in PERCENT:
                quantity = replace(quantity, count=None)
            return quantity, start
    return None, left


def _compares(doc: Doc, start: int) -> bool:
    """Tell "the most vocal critics" from "most critics"."""
    token = doc[start]
    if token.tag_ in COMPARISON:
        return True
    before = doc[start - 1] if start > 0 else token
    owned = before.tag_ in {"POS", "PRP$"} or before.lower_ == "the"
    return token.lower_ == "most" and owned


def _quantity_ends(doc: Doc, left: int, floor: int) -> set[int]:
    """Return the tokens before which a quantity may end: "other", "of", "their" are between."""
    ends = {left}
    i = left
    if i > floor and doc[i - 1].text in POSSESSIVES:
        i = _before_owner(doc, i, floor)
        ends.add(i)
    for passed in ({"other"}, DEFINITE | POSSESSIVE_PRONOUNS, {"of"}, PERCENT):
        if i > floor and doc[i - 1].lower_ in passed:
            i -= 1
            ends.add(i)
    return ends


def _before_owner(doc: Doc, i: int, floor: int) -> int:
    """Return where "the nation's" starts, if "of" stands before it."""
    for start in range(i - 1, max(floor, i - LONGEST_POSSESSOR), -1):
        if doc[start - 1].lower_ == "of":
            return start - 1
    return i


def _collective(doc: Doc, left: int, floor: int) -> tuple[int | None, int]:
    if left - 1 <= floor or doc[left - 1].lower_ != "of":
        return None, left
    noun = doc[left - 2]
    if noun.lower_ not in collectives():
        return None, left
    start = noun.i
    while start > floor and _before_collective(doc[start - 1]):
        start -= 1
        if doc[start].pos_ == "DET":
            break
    return noun.i, start


def _before_collective(token: Token) -> bool:
    return (
        token.pos_ == "DET"
        or token.text == "-"
        or (token.pos_ in MODIFIER_TAGS and not (token.is_sent_start and token.text[:1].isupper()))
    )


def _party(doc: Doc, start: int, end: int) -> str | None:
    for i in range(start, end):
        hit = parties().members.at(doc, i, end) or parties().adjectives.at(doc, i, end)
        if hit is not None and doc[i].text[:1].isupper():
            return hit.value
    return None


@cache
def roles() -> PhraseTable[str]:
    """Return the plural nouns of groups with their class."""
    table: PhraseTable[str] = PhraseTable()
    for row in read_table("group_roles.tsv", ("noun", "class", "example")):
        table.add(row.cell("noun"), row.choice("class", CLASSES))
    return table


@cache
def proper_nouns() -> frozenset[str]:
    """Return the nouns of groups that are always written with a capital: "Muslims"."""
    rows = read_table("group_roles.tsv", ("noun", "class", "example"))
    return frozenset(r.cell("noun") for r in rows if r.cell("noun").istitle())


@cache
def collectives() -> dict[str, bool]:
    """Return the collective nouns; True where they can take a group up again."""
    answers = frozenset({"yes", "no"})
    return {
        row.cell("noun"): row.choice("again", answers) == "yes"
        for row in read_table("collectives.tsv", ("noun", "again", "example"))
    }
