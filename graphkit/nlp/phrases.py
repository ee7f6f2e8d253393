"""The words that name a thing: noun phrases and verb phrases, trimmed to what a reader would quote.

A trimmed noun phrase starts after determiners and possessors ("the governor's new plan" gives
"new plan") and ends before relative clauses, appositions and dates. A trimmed verb phrase starts
at the verb ("to raise the wage" gives "raise the wage"). Both stop at `MAX_WORDS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.groups import roles
from graphkit.nlp.policy_nouns import no_policies
from graphkit.nlp.syntax import NAMING_VERBS, VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

MAX_WORDS = 18
"""Longer phrases are cut at the last preposition or infinitive before this many words."""
KEPT_RIGHT = frozenset(
    {"prep", "acl", "amod", "npadvmod", "advmod", "nummod", "compound", "pobj", "xcomp"}
)
DROPPED_LEFT = frozenset(
    {"det", "poss", "predet", "cc", "preconj", "relcl", "punct", "advmod", "mark", "prep", "nsubj",
     "intj"}
)  # fmt: skip
KEPT_IN_VERB_PHRASE = frozenset(
    {"dobj", "prep", "prt", "acomp", "oprd", "xcomp", "dative", "advmod", "attr", "ccomp", "agent"}
)
LOOSE_ENDS = frozenset({"CC", "DT", "TO", "WDT", "WP", "WRB"})
"""Tags of words that open what was cut off behind them."""
LOOSE_STARTS = frozenset({"CC", "DT", "PDT", "PRP$", "WDT", "WP$"})
"""Tags of words that stand before a name without being its part."""
NAMING = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "VERB"})
"""Parts of speech that tell one deed from another."""
HYPHENS = frozenset({"-", "\u2011", "–"})
TIMES = frozenset({"DATE", "TIME"})
NAMES = frozenset({"PERSON", "ORG", "GPE"})
"""What the model calls those whose plan it may be ("Jones' plan")."""
CHAMBERS = frozenset({"ORG"})
"""What the model calls the bodies in which a bill is."""
COMPANY = frozenset({"with", "alongside"})
"""Prepositions before the people with whom something is done."""
FREE_PREPOSITIONS = frozenset(
    {"after", "amid", "because", "before", "despite", "during", "except", "if", "including",
     "since", "until", "when", "while", "without", "unless", "at", "over", "as"}
)  # fmt: skip
"""Prepositions that open a circumstance rather than a part of the name."""


def noun_phrase(head: Token) -> TokenRange:
    """Return the trimmed phrase of which `head` is the head noun."""
    start = head.left_edge.i
    for child in head.lefts:
        is_dropped = child.dep_ in DROPPED_LEFT and not _is_classifying(child)
        is_dropped = is_dropped or _is_clause_before(child)
        if is_dropped and (child.left_edge.i <= start or _is_clause_before(child)):
            start = child.right_edge.i + 1
    end = _right_end(head, KEPT_RIGHT)
    return _shortened(head.doc, TokenRange(start, end), head.i)


def _is_clause_before(token: Token) -> bool:
    """Tell a clause that the parser hung before a noun: "[unions ask court to block] fee rule"."""
    if token.pos_ not in VERBS or not token.is_lower or token.nbor(1).text in HYPHENS:
        return False
    if token.i and token.nbor(-1).text in HYPHENS:
        return False
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in token.children)
    return has_subject or token.tag_ in {"VB", "VBP", "VBZ", "VBD"}


def _is_classifying(possessor: Token) -> bool:
    """Tell "veterans' benefits", a kind of benefits, from "the veterans' plan", which is theirs."""
    if possessor.dep_ != "poss" or possessor.tag_ != "NNS":
        return False
    if possessor.ent_type_ in NAMES and roles().get(possessor.text) is None:
        return False
    return not any(c.dep_ not in {"case", "punct"} for c in possessor.children)


def verb_phrase(head: Token) -> TokenRange:
    """Return the trimmed phrase that starts at the verb `head`, its subject left out."""
    return _shortened(head.doc, TokenRange(head.i, _right_end(head, KEPT_IN_VERB_PHRASE)), head.i)


def phrase(head: Token) -> TokenRange:
    """Return the trimmed phrase of a noun or a verb."""
    return verb_phrase(head) if head.pos_ in VERBS else noun_phrase(head)


def has_content(head: Token) -> bool:
    """Tell whether the phrase of `head` names something: "attend" and "say it" do not."""
    part = "VERB" if head.pos_ in VERBS else "NOUN"
    if (head.lemma_.lower(), part) in no_policies():
        return False
    if part == "NOUN":
        return True
    tokens = phrase(head)
    return any(t.pos_ in NAMING for t in head.doc[tokens.start + 1 : tokens.end])


def described_phrase(head: Token) -> TokenRange:
    """Return `phrase(head)`, with the clause that tells which one is meant if nothing else does.

    "a bill that bars the sale of meter readings" is no more than "bill" without its clause.
    """
    tokens = phrase(head)
    if tokens != TokenRange(head.i, head.i + 1) or _is_definite(head):
        return tokens
    clause = next((c for c in head.rights if c.dep_ == "relcl"), None) or _purpose(head)
    if clause is None:
        return tokens
    end = _inner_end(clause)
    return _shortened(head.doc, TokenRange(head.i, end), clause.i)


def _is_definite(head: Token) -> bool:
    """Tell "the bill, which …", whose clause says more of it, but not which one it is."""
    determiners = {c.lower_ for c in head.children if c.dep_ in {"det", "poss"}}
    return bool(determiners - {"a", "an", "any", "no", "another", "some"})


def _purpose(head: Token) -> Token | None:
    """Return the infinitive right behind a noun, which the parser often hangs at the verb."""
    if head.pos_ not in {"NOUN", "PROPN"} or head.i + 2 >= len(head.doc):
        return None
    following = head.nbor(1)
    if following.tag_ != "TO" or following.head.tag_ != "VB" or following.head.i < head.i:
        return None
    return following.head


def _is_loose_start(doc: Doc, place: int) -> bool:
    return doc[place].tag_ in LOOSE_STARTS and doc[place + 1].text not in HYPHENS


def _is_bare_participle(token: Token) -> bool:
    """Tell "the rule issued" and "the law passed in May": they are the rule and the law."""
    if token.dep_ != "acl" or token.tag_ != "VBN":
        return False
    return all(c.dep_ in {"advmod", "punct", "npadvmod"} for c in token.rights)


def _is_dated_participle(token: Token) -> bool:
    """Tell "cuts to the program made last week by …", which tells no more of the program."""
    if token.dep_ != "acl" or token.tag_ != "VBN":
        return False
    following = next(iter(token.rights), None)
    return following is None or (following.dep_ != "prep" and _is_circumstance(following))


def _is_inside_name(token: Token) -> bool:
    return token.text in {"-", "“", '"', "‘", "'", "”", "’", "(", "$", "#"}


def _is_left_out(token: Token) -> bool:
    if _is_bare_participle(token) or _is_dated_participle(token):
        return True
    return _is_circumstance(token) or _is_said_of(token)


def _is_said_of(token: Token) -> bool:
    """Tell the small clause of "calls the policy reckless", which the parser takes for a part."""
    if token.dep_ != "amod" or token.head.dep_ != "dobj":
        return False
    return token.head.head.lemma_ in NAMING_VERBS


def _right_end(head: Token, kept: frozenset[str]) -> int:
    end = head.i + 1
    for child in head.rights:
        if child.dep_ not in kept or _is_left_out(child):
            if child.dep_ == "punct" and _is_inside_name(child):
                continue
            break
        if any(t.is_space and "\n" in t.text for t in head.doc[end : child.i]):
            break
        end = _inner_end(child)
    return end


def _inner_end(child: Token) -> int:
    """Return the right end of a dependent, itself trimmed of clauses behind it."""
    end = child.i + 1
    # Not by recursion: "an Act of the Act of the Act …" is deeper than Python's stack.
    waiting = [child]
    while waiting:
        for inner in _inner_dependents(waiting.pop()):
            end = max(end, inner.i + 1)
            waiting.append(inner)
    return end


def _inner_dependents(head: Token) -> Iterator[Token]:
    """Yield the dependents behind `head` up to the first clause."""
    for child in head.rights:
        if child.dep_ in {"relcl", "appos", "parataxis", "advcl"} or _is_circumstance(child):
            return
        if _is_dated_participle(child):
            return
        if child.dep_ == "punct" and child.text in {",", ";", ":", "—", "–", "--"}:
            if not any(c.dep_ == "conj" and c.i > child.i for c in head.children):
                return
            continue
        yield child


def _is_circumstance(token: Token) -> bool:
    if token.dep_ == "prep" and token.lower_ in FREE_PREPOSITIONS:
        return True
    if token.dep_ in {"npadvmod", "advmod"}:
        return token.ent_type_ in TIMES or token.pos_ == "ADV"
    if token.dep_ != "prep":
        return False
    if token.lower_ == "in" and any(c.ent_type_ in CHAMBERS for c in token.children):
        return True  # "the bill in the House" is the bill
    if token.lower_ in COMPANY and any(c.ent_type_ == "PERSON" for c in token.children):
        return True  # "introduced the bill with Rep. Bee"
    return any(c.ent_type_ in TIMES for c in token.children)


def _shortened(doc: Doc, tokens: TokenRange, head: int) -> TokenRange:
    """Cut quotation marks and punctuation at the ends, and what is beyond `MAX_WORDS`."""
    start, end = tokens
    if end - start > MAX_WORDS:
        cuts = [
            t.i
            for t in doc[head + 1 : start + MAX_WORDS + 1]
            if t.dep_ in {"prep", "cc", "aux", "mark"} or t.is_punct
        ]
        end = cuts[-1] if cuts else max(head + 1, start + MAX_WORDS)
    bars = [t.i for t in doc[start:end] if t.text == "|"]  # before the name of a site
    start = max((i + 1 for i in bars if i < head), default=start)
    end = min((i for i in bars if i > head), default=end)
    while end > head + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        if doc[end - 1].text in {")", "]"} and any(t.text in {"(", "["} for t in doc[start:end]):
            break
        end -= 1
    while end > head + 1 and doc[end - 1].tag_ in LOOSE_ENDS:
        end -= 1
    while start < head and (
        doc[start].is_punct or doc[start].is_space or _is_loose_start(doc, start)
    ):
        start += 1
    return TokenRange(start, end)
