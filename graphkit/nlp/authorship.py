"""Who stands behind a policy because it is theirs: "Bee's plan", "cuts made by Bee", "Bee-era fee".

A place merely has its laws, and whoever is nominated, confirmed or appointed only undergoes it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange, actors_of, policies_of
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.phrases import phrase
from graphkit.nlp.policies import target_of
from graphkit.nlp.policy_nouns import is_policy_noun, policy_nouns
from graphkit.nlp.speakers import is_first_person
from graphkit.nlp.stance_context import Holder
from graphkit.nlp.stance_features import Finding
from graphkit.nlp.syntax import agents, children, conjuncts, prepositional_objects
from graphkit.records import EntityKind, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from graphkit.nlp.annotations import TargetRef
    from graphkit.nlp.stance_context import StanceContext

AUTHORED = frozenset({"legislation", "rule", "plan", "decision"})
"""Kinds of policy nouns whose possessor stands behind them ("her plan")."""
AUTHOR_STRENGTH = 0.6
UNDERGONE = frozenset({"appointment", "confirmation", "nomination"})
"""What is done to its possessor, unless it is told to whom: "Bee's nomination of Dee"."""
GOVERNING = frozenset({"administration", "government", "presidency"})
"""Last words of the names of those who make taxes and cuts, and do not only bear them."""
MAKERS = frozenset({"person", "administration"})
ERA = "era"
LAW = "legislation"
BACKING = frozenset({"back", "support", "sponsor", "endorse", "propose"})
HYPHENS = frozenset({"-", "\u2010", "\u2011"})


def find_authorship(context: StanceContext) -> Iterator[Finding]:
    """Yield for each policy noun who stands behind it by the words beside it."""
    for token in context.doc:
        if not is_policy_noun(token):
            continue
        yield from _behind(context, token, _makers(token), is_told=True)
        named = (*_possessors(token), *_rulers(token), *_namesakes(context, token))
        yield from _behind(context, token, named, is_told=False)
        yield from _behind(context, token, _backers(token), is_told=True)


def _behind(
    context: StanceContext, noun: Token, owners: tuple[Token, ...], *, is_told: bool
) -> Iterator[Finding]:
    """Yield the owners as holders; where it is not told that they made it, only who can have."""
    target = target_of(noun, policies=context.policies, actors={})
    if target is None or not owners or _is_loose(context, target, noun):
        return
    for holder in _holders(context, owners):
        if not is_told and not _can_make(context, holder.place, noun):
            continue
        yield Finding(
            holder=holder.place,
            target=target,
            polarity=Polarity.SUPPORTS,
            confidence=AUTHOR_STRENGTH * holder.sure,
            evidence=_evidence(noun, owners),
            kind=context.kind_at(noun),
            rule="author",
            cue=TokenRange(owners[0].i, owners[0].i + 1),
            head=noun,
        )


def _holders(context: StanceContext, owners: tuple[Token, ...]) -> Iterator[Holder]:
    """Yield the actors of the owners; before a hyphen a surname is no mention of anybody."""
    for owner in owners:
        yield from context.holders((owner,))
        bound = owner.i + 1 < len(owner.doc) and owner.nbor().text in HYPHENS
        if bound and owner.i not in context.actors:
            place = context.surnames.get(owner.text)
            if place is not None:
                yield Holder(place, 1.0, TokenRange(owner.i, owner.i + 1))


def _is_loose(context: StanceContext, target: TargetRef, noun: Token) -> bool:
    """Tell "Bee's moves" that were taken for a lawsuit spoken of before, by the kind alone."""
    policy = policies_of(context.doc)[target.place]
    if any(m.covers(noun.i) for m in policy.mentions):
        return False
    return not any(
        noun.lemma_ == token.lemma_ for m in policy.mentions for token in context.doc[slice(*m)]
    )


def _evidence(noun: Token, owners: tuple[Token, ...]) -> TokenRange:
    start = min(noun.i, *(o.left_edge.i for o in owners))
    return TokenRange(start, max(phrase(noun).end, *(o.i + 1 for o in owners)))


def _can_make(context: StanceContext, place: int, noun: Token) -> bool:
    """Tell whether such an actor makes what the noun names, and does not merely have it."""
    actor = actors_of(context.doc)[place]
    lemma = noun.lemma_.lower()
    if actor.kind is EntityKind.GOVERNMENT:
        return False
    governs = actor.name.lower().split()[-1] in GOVERNING
    if noun.pos_ == "PROPN" and not governs and actor.kind is not EntityKind.PERSON:
        return False  # "the Senate's Harbor Act" may only lie there
    if policy_nouns()[lemma] in AUTHORED:
        return True
    if imposed().get(lemma) == "person":
        return governs or actor.kind is EntityKind.PERSON
    return governs and lemma in imposed()


def _possessors(noun: Token) -> tuple[Token, ...]:
    """Return the owners of "the governor's plan"; of "our laws" everybody is one."""
    owners = [t for c in children(noun, "poss") for t in conjuncts(c)]
    if noun.lemma_.lower() in UNDERGONE and not prepositional_objects(noun, "of"):
        return ()
    if noun.tag_ == "NNS" and any(is_first_person(o) for o in owners):
        return ()
    return tuple(o for o in owners if o.pos_ != "PRON" or is_first_person(o))


def _makers(noun: Token) -> tuple[Token, ...]:
    """Return who made it: "cuts made by the board", "a program begun under the Bee government"."""
    found: list[Token] = []
    for verb in _participles(noun):
        if verb.lemma_.lower() in making_verbs():
            found.extend(agents(verb))
        under = prepositional_objects(verb, "under")
        found.extend(t for t in under if t.lemma_.lower() in GOVERNING)
    return tuple(found)


def _participles(noun: Token) -> tuple[Token, ...]:
    """Return the participles behind a noun; "made" tells of the cuts in "cuts to the fund made"."""
    inner = [t for prep in children(noun, "prep") for t in children(prep, "pobj")]
    return tuple(
        verb
        for holder in (noun, *inner)
        for verb in children(holder, "acl")
        if verb.tag_ == "VBN" and _made_of(holder, verb) == noun
    )


def _made_of(noun: Token, verb: Token) -> Token:
    """Return which noun a participle behind `noun` describes, as far as its meaning tells."""
    outer = noun.head.head
    is_deed = verb.lemma_ == "make" and noun.dep_ == "pobj" and is_policy_noun(outer)
    return outer if is_deed else noun


def _rulers(noun: Token) -> tuple[Token, ...]:
    """Return whose government it is of: "the Bee administration rule"."""
    return tuple(c for c in children(noun, "compound", "nmod") if c.lemma_.lower() in GOVERNING)


def _namesakes(context: StanceContext, noun: Token) -> tuple[Token, ...]:
    """Return whose name a policy goes by: "the Bee tariffs"; a bill may be named after others."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or lemma in UNDERGONE or policy_nouns()[lemma] == LAW:
        return ()
    words = children(noun, "compound")
    inner = (t for w in words if w.lemma_.lower() not in GOVERNING for t in children(w, "compound"))
    return tuple(
        word
        for word in (*words, *inner)
        if word.i in context.actors
        and context.table.is_kind(context.actors[word.i], EntityKind.PERSON)
        and word.nbor().text not in HYPHENS
    )


def _backers(noun: Token) -> tuple[Token, ...]:
    """Return who backs "a Bee-backed bill", or in whose time "a Bee-era fee" was made."""
    found: list[Token] = []
    for child in children(noun, "amod", "compound", "nmod"):
        if child.lower_ == ERA or (child.lemma_.lower() in BACKING and child.tag_ == "VBN"):
            found.extend(children(child, "npadvmod", "compound", "nmod", "amod", "nsubj"))
    return tuple(found)


@cache
def imposed() -> dict[str, str]:
    """Return for nouns of money whose they are by making them, instead of paying or getting."""
    rows = read_table("imposed_money.tsv", ("noun", "maker", "example"))
    return {row.cell("noun"): row.choice("maker", MAKERS) for row in rows}


@cache
def making_verbs() -> frozenset[str]:
    """Return the verbs whose participle tells who made a policy, by lemma."""
    rows = read_table("making_verbs.tsv", ("verb", "example"))
    return frozenset(row.cell("verb") for row in rows)
