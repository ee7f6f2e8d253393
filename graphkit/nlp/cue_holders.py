"""Find who holds what a word of support or opposition tells: its subject, its possessor, a giver.

The holders are heads of phrases; which actors they mean is decided later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.syntax import (
    PLURAL,
    SUBJECTS,
    VERBS,
    agents,
    ancestors_until_clause,
    children,
    conjuncts,
    objects,
    own_subjects,
    prepositional_objects,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from graphkit.nlp.cue_table import Cue

GROUNDS = frozenset({"over", "for"})
"""Prepositions of what somebody is sued, blamed or praised for."""
TOGETHER = ("with", "alongside")
LIGHT_VERBS = frozenset(
    {"be", "have", "voice", "express", "announce", "declare", "give", "lend", "throw", "make",
     "raise", "reaffirm", "state", "reiterate", "show", "win", "draw", "lead", "join", "file",
     "launch", "mount", "renew", "continue", "register", "cite", "issue", "offer", "pledge",
     "share", "echo", "face", "take"}
)  # fmt: skip
"""Verbs whose subject has what their object names ("voiced opposition to")."""
RECEIVING = frozenset({"win", "draw", "face", "earn", "attract", "receive", "gain", "meet"})
"""Light verbs whose subject is the target ("the plan drew criticism")."""
MEMBERS = frozenset({"one", "another", "two", "three", "some", "many", "most", "all"})
"""Words for some of those who have a role."""
TELLING = frozenset({"react", "respond", "say", "speak", "watch", "write"})
"""Verbs that one does with a feeling: "we write with great concern about it"."""
ORIGINS = frozenset({"of", "from"})
PLACE = "GPE"
ECHOING = frozenset({"do", "have", "will"})
ALIKE = frozenset({"like", "besides"})
LISTING = frozenset({"include", "be"})
"""Verbs by which a role noun names its members ("supporters of the plan include")."""


def holders_of(token: Token, cue: Cue) -> tuple[Token, ...]:
    """Return the heads of the phrases that hold what the cue at `token` tells."""
    if cue.pos == "VERB":
        # "introduced the bill with Rep. Dee": the two did it together
        partners = prepositional_objects(token, *TOGETHER) if cue.needs_policy else ()
        doers = agents(token)
        members = (m for d in doers for m in _said_to_be_among(d))
        named = (p for p in partners if p.pos_ == "PROPN")
        return (*doers, *members, *named, *_echoes(token), *_named_by(token))
    if cue.pos == "ROLE":
        return _role_holders(token)
    if cue.pos == "PREP":
        return agents(token.head)
    if cue.pos == "ADJ":
        return _adjective_holders(token)
    return _noun_holders(token, cue)


def _named_by(verb: Token) -> tuple[Token, ...]:
    """Return who is named as those who do it: "those who voted for it were Bee and Dee"."""
    subject = verb if verb.dep_ == "csubj" else verb.head
    is_clause = verb.dep_ in {"csubj", "relcl", "acl"} and verb.tag_ != "VBN"
    if not is_clause or subject.dep_ not in SUBJECTS or subject.head.lemma_ != "be":
        return ()
    named = (t for c in children(subject.head, "attr") for t in conjuncts(c))
    # "Bee of Ohio, Dee of Iowa": the parser takes one for a list of places
    return tuple(t for t in named if t.pos_ == "PROPN" and t.ent_type_ != PLACE)


def _echoes(verb: Token) -> tuple[Token, ...]:
    """Return who else does it: "Bee voted for it, as did Dee", "like Dee, Bee backs it"."""
    return (*_doing_so(verb), *_besides(verb))


def _doing_so(verb: Token) -> Iterator[Token]:
    """Yield "Dee" of "Bee voted for it, as did Dee" and of "Bee backs it. So does Dee."."""
    for clause in children(verb, "advcl"):
        if clause.lemma_ == "do" and any(c.lower_ == "as" for c in clause.children):
            yield from own_subjects(clause)
    end = verb.sent.end
    if verb.dep_ == "ROOT" and end + 1 < len(verb.doc) and verb.doc[end].lower_ == "so":
        following = verb.doc[end + 1]
        if following.lemma_ in ECHOING and verb.doc[end].sent.root == following:
            yield from own_subjects(following)


def _besides(verb: Token) -> Iterator[Token]:
    """Yield "Dee" of "in addition to Dee, Bee backs it" and of "like Dee, Bee backs it"."""
    for word in children(verb, "prep"):
        if word.i > verb.i:
            continue
        if word.lower_ in ALIKE:
            yield from (t for c in children(word, "pobj") for t in conjuncts(c))
        elif word.lower_ == "in":
            for addition in children(word, "pobj"):
                if addition.lower_ == "addition":
                    yield from prepositional_objects(addition, "to")


def _role_holders(token: Token) -> tuple[Token, ...]:
    """A role noun is its own holder, or that of whom it is said ("She is a critic of")."""
    token = _member_of(token) or token
    if token.dep_ in {"attr", "oprd"} and token.head.lemma_ in {"be", "become", "remain"}:
        return agents(token.head)
    if token.dep_ == "appos":
        return (_described_by(token),)
    if token.dep_ == "nsubj" and token.head.lemma_ in LISTING:
        named = [t for c in children(token.head, "dobj", "attr") for t in conjuncts(c)]
        return (*conjuncts(token), *named)
    # "Bee and critics of the levy": Bee is not one of them
    return tuple(t for t in conjuncts(token) if t == token or t.pos_ == "NOUN")


def _described_by(apposition: Token) -> Token:
    """Return what an apposition describes: in "Bee of Ohio, a sponsor of it" it is not Ohio."""
    noun = apposition.head
    is_origin = noun.dep_ == "pobj" and noun.ent_type_ == PLACE and noun.head.lower_ in ORIGINS
    return noun.head.head if is_origin else noun


def _member_of(plural: Token) -> Token | None:
    """Return who is one of those: "Bee, one of the bill's authors", "another of its sponsors"."""
    if plural.tag_ not in PLURAL or plural.dep_ != "pobj" or plural.head.lower_ != "of":
        return None
    head = plural.head.head
    return head if head.lower_ in MEMBERS else None


def _said_to_be_among(people: Token) -> tuple[Token, ...]:
    """Return who is said to be one of them: "Bee was among the people urging it"."""
    if people.dep_ == "pobj" and people.head.lower_ == "among" and people.head.head.lemma_ == "be":
        return own_subjects(people.head.head)
    member = _member_of(people)
    is_told = member is not None and member.dep_ == "attr" and member.head.lemma_ == "be"
    return own_subjects(member.head) if member is not None and is_told else ()


def _adjective_holders(token: Token) -> tuple[Token, ...]:
    if own := own_subjects(token):
        return own
    if token.dep_ in {"acomp", "attr", "oprd", "xcomp", "conj", "advcl"}:
        return agents(token.head) if token.head.pos_ in VERBS else ()
    if token.dep_ in {"amod", "acl"} and token.head.i < token.i:
        return (token.head,)
    return ()


def _noun_holders(token: Token, cue: Cue) -> tuple[Token, ...]:
    """The possessor, a "from" or "of" phrase of people, or the subject of a light verb."""
    owners = tuple(t for c in children(token, "poss") for t in conjuncts(c))
    givers = ("from", "by", "among", "of") if received(token, cue) else ("from", "by", "among")
    owners = owners or prepositional_objects(token, *givers)
    owners = owners or tuple(t for t in linked(token, "from") if t.i > token.i)
    head = token.head
    is_own = all(o.pos_ == "PRON" for o in owners)
    if owners and not (is_own and token.dep_ == "dobj" and agents(head)):
        return owners
    if token.dep_ in {"dobj", "attr", "conj", "nsubjpass"} and head.pos_ in VERBS:
        if head.lemma_ in RECEIVING:
            return ()
        return agents(head)
    if token.dep_ == "pobj" and head.lower_ == "with" and head.head.lemma_ in TELLING:
        return agents(head.head)
    if token.dep_ == "pobj" and head.lower_ == "in":
        if head.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            return (head.head,)  # "a majority in favor of"
        verb = next((a for a in ancestors_until_clause(head) if a.pos_ in VERBS), None)
        return () if verb is None else agents(verb)
    return ()


def received(token: Token, cue: Cue) -> tuple[Token, ...]:
    """Return the target of a noun that its target receives ("the plan drew praise from")."""
    if cue.pos == "NOUN" and token.dep_ == "dobj" and token.head.lemma_ in RECEIVING:
        return agents(token.head)
    return ()


def _is_in_name(token: Token) -> bool:
    """Tell the object of "for" in a name that the parser cut: "the Court of Appeals for Ohio"."""
    before = token.head.i - 1
    return token.pos_ == "PROPN" and before >= 0 and token.doc[before].pos_ == "PROPN"


def _is_other_side(verb: Token) -> bool:
    """Tell "voted against a fee for farmers", where the parser hangs the farmers at the vote."""
    links = [c.lower_ for c in children(verb, "prep") if c.lower_ in {"against", "for"}]
    return verb.pos_ in VERBS and links[:1] == ["against"]


def linked(token: Token, preposition: str) -> tuple[Token, ...]:
    """Return the objects of the preposition, also where it hangs at a particle or a light verb."""
    found = prepositional_objects(token, preposition)
    if preposition == "for" and found and (_is_in_name(found[0]) or _is_other_side(token)):
        return ()
    for child in children(token, "prt", "advmod", "prep", "acomp"):
        found = found or prepositional_objects(child, preposition)
    if not found and token.pos_ == "VERB" and preposition in GROUNDS:
        # "sued the agency over the fee" is often read as "the agency over the fee"
        found = tuple(t for o in objects(token) for t in prepositional_objects(o, preposition))
    if not found and token.dep_ == "dobj" and token.pos_ == "NOUN":
        # the parser often hangs the phrase at the verb: "voiced opposition [to the plan]"
        found = tuple(t for t in prepositional_objects(token.head, preposition) if t.i > token.i)
    return found
