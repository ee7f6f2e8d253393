"""Questions asked of a dependency parse: who does it, to what, is it denied.

Plain functions over spaCy tokens with the labels of the English pipelines (ClearNLP style:
nsubj, dobj, pobj, agent, relcl, …). They follow the shared subjects that the tree leaves out:
of conjuncts, of infinitives and participles, and of relative clauses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
NOUN_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Labels of the subjects that somebody or something is, other than a clause or "there"."""
OBJECTS = frozenset({"dobj", "dative", "obj"})
OBJECT_CONTROL = frozenset(
    {"ask", "tell", "urge", "call", "press", "want", "allow", "force", "require", "order", "get"}
)
"""Verbs whose infinitive is done by their object ("urged Congress to act")."""
ACCUSING = frozenset({"accuse", "suspect"})
"""Verbs whose object has done what stands behind them ("accused Bee of backing it")."""
VERBS = frozenset({"VERB", "AUX"})
"""Parts of speech of full and auxiliary verbs."""
NAMING_VERBS = frozenset(
    {"brand", "call", "characterise", "characterize", "consider", "declare", "deem", "describe",
     "dub", "find", "label", "portray", "pronounce", "regard", "term", "view"}
)  # fmt: skip
"""Verbs that say of their object what it is ("called the move reckless")."""
PLURAL = frozenset({"NNS", "NNPS"})
"""Tags of nouns and names in the plural."""
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that have a tense."""
RELATIVE_PRONOUNS = frozenset({"who", "that", "which", "whom"})
INSIDE_NAMES = frozenset(
    {"conj", "appos", "compound", "pobj", "prep", "nmod", "dative", "acl", "dobj"}
)
"""Steps from an addressee's name up through its titles and through others addressed with it."""
LETTER_REACH = 60
"""Tokens from the word "letter" over its addressees to what it says."""
SENT_TEXTS = frozenset({"letter", "petition", "memo", "message", "note", "email"})
MAX_CLIMB = 6
"""Steps up the tree after which a missing subject is given up: longer chains are parse errors."""


def conjuncts(token: Token) -> tuple[Token, ...]:
    """Return `token` and the tokens that are coordinated with it, in text order."""
    return tuple(sorted({token, *token.conjuncts}, key=lambda t: t.i))


def verb_above(token: Token) -> Token:
    """Return the word itself if it is a verb, else the verb that it hangs at, or the root."""
    while token.pos_ not in VERBS and token.head.i != token.i:
        token = token.head
    return token


def children(token: Token, *labels: str) -> tuple[Token, ...]:
    """Return the direct dependents of `token` with one of the labels."""
    return tuple(child for child in token.children if child.dep_ in labels)


def own_subjects(verb: Token) -> tuple[Token, ...]:
    """Return the subjects written at this verb, conjuncts included; relative pronouns resolved."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in SUBJECTS and not _follows_object(child, verb):
            if child.lower_ in RELATIVE_PRONOUNS and verb.dep_ == "relcl":
                found.extend(conjuncts(verb.head))
            else:
                found.extend(conjuncts(child))
    return tuple(found)


def _follows_object(child: Token, verb: Token) -> bool:
    """Tell a clausal subject from a stray one that the parser hung behind the verb."""
    return child.dep_ in {"csubj", "csubjpass"} and child.i > verb.i


def is_passive(verb: Token) -> bool:
    """Tell whether the verb's grammatical subject is what it is done to."""
    if any(c.dep_ in {"nsubjpass", "auxpass", "agent"} for c in verb.children):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def agents(verb: Token) -> tuple[Token, ...]:
    """Return who does it: the subject of an active verb, the by-phrase of a passive one.

    Where the verb has none of its own, the one of the governing verb or noun is taken.
    """
    if is_passive(verb):
        return _by_phrase(verb)
    if stray := _text_before(verb):
        return (stray,)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "to" and (senders := _senders(verb.head)):
        return senders  # the parser reads "a letter to [Holt urging repeal]"
    return own_subjects(verb) or _inherited_agents(verb)


def _by_phrase(verb: Token) -> tuple[Token, ...]:
    by = [c for prep in children(verb, "agent") for c in children(prep, "pobj")]
    return tuple(t for c in by for t in conjuncts(c))


def _inherited_agents(verb: Token) -> tuple[Token, ...]:
    current = verb
    for _ in range(MAX_CLIMB):
        head = current.head
        if head == current:
            return ()
        found = _agents_from_head(current, head)
        if found:
            return found
        current = head
    return ()


def _agents_from_head(current: Token, head: Token) -> tuple[Token, ...]:
    if current.dep_ == "pcomp" and (head.lower_ in {"for", "from"} or head.head.lemma_ in ACCUSING):
        # "praised the mayor for vetoing it", "kept the mayor from vetoing it": the mayor does it
        return objects(head.head)
    if current.dep_ in {"acl", "relcl"}:
        if current.tag_ == "VBG" and (senders := _senders(head)):
            return senders
        return () if current.tag_ == "VBN" else conjuncts(head)
    if current.dep_ in {"xcomp", "ccomp"} and head.lemma_ in OBJECT_CONTROL:
        controlled = objects(head) or prepositional_objects(head, "on", "for")
        if controlled and current.tag_ == "VB":
            return controlled
    if head.pos_ in VERBS:
        if head.lemma_ == "join" and head.i < current.i:
            # whoever joins others in doing it, and these others, do it together
            return (*own_subjects(head), *joined(head))
        return own_subjects(head)
    return ()


def _text_before(verb: Token) -> Token | None:
    """Return the letter before a participle that the parser made a sentence of its own.

    Long addressees break the parse: "in a letter to … Administrator Cal Pike expressing alarm".
    """
    if verb.tag_ != "VBG" or verb.dep_ != "ROOT" or children(verb, "aux"):
        return None
    for token in reversed(verb.doc[max(0, verb.i - LETTER_REACH) : verb.i]):
        if token.lemma_ in SENT_TEXTS:
            return token
        if token.text in {".", "!", "?"}:
            return None
    return None


def _senders(addressee: Token) -> tuple[Token, ...]:
    """Return the letter that goes to `addressee`, or who sends one: both say what it urges."""
    if text := _sent_text(addressee):
        return (text,)
    current = addressee
    for _ in range(MAX_CLIMB):
        if current.dep_ == "dative":
            is_text = any(t.lemma_ in SENT_TEXTS for t in objects(current.head))
            return own_subjects(current.head) if is_text else ()
        if current.dep_ not in INSIDE_NAMES:
            return ()
        current = current.head
    return ()


def _sent_text(addressee: Token) -> Token | None:
    """Return the letter that goes to `addressee`, if one does.

    In "a letter to Secretary Holt urging repeal" it is the letter that urges, wherever the parser
    hangs the participle.
    """
    current = addressee
    for _ in range(2 * MAX_CLIMB):
        if current.lemma_ in SENT_TEXTS:
            return current
        if current.dep_ not in INSIDE_NAMES:
            return None
        current = current.head
    return None


def joined(verb: Token) -> tuple[Token, ...]:
    """Return whom the subject of "join" does it with, in the active and the passive."""
    return (*objects(verb), *_by_phrase(verb))


def objects(verb: Token) -> tuple[Token, ...]:
    """Return the direct objects of an active verb, conjuncts included."""
    return tuple(t for c in verb.children if c.dep_ in OBJECTS for t in conjuncts(c))


def patients(verb: Token) -> tuple[Token, ...]:
    """Return what it is done to: objects of an active verb, subjects of a passive one."""
    if not is_passive(verb):
        return objects(verb)
    if verb.dep_ == "acl":
        return (verb.head,)
    return own_subjects(verb) or (_inherited_agents(verb) if verb.dep_ == "conj" else ())


def prepositional_objects(head: Token, *prepositions: str) -> tuple[Token, ...]:
    """Return the objects of the prepositions at `head`, conjuncts included."""
    return tuple(
        t
        for prep in head.children
        if prep.dep_ in {"prep", "dative", "agent"} and prep.lower_ in prepositions
        for c in prep.children
        if c.dep_ in {"pobj", "pcomp"}
        for t in conjuncts(c)
    )


def clauses(head: Token) -> tuple[Token, ...]:
    """Return the verbs of the infinitives and that-clauses that `head` governs."""
    return tuple(
        t
        for c in head.children
        if c.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and c.pos_ in VERBS
        for t in conjuncts(c)
        if t.pos_ in VERBS
    )


def is_negated(token: Token) -> bool:
    """Tell whether the verb, adjective or noun is denied where it stands.

    A negator may hang at the token, at its auxiliary, or as "no" at a noun; "fail to", "refuse
    to", "stop short of" and their like are lexical and live in the inverter list.
    """
    if any(_is_negator(c) for c in token.children):
        return True
    if token.dep_ in {"xcomp", "ccomp", "acomp", "attr"} and token.head.lemma_ in {"be", "do"}:
        return any(_is_negator(c) for c in token.head.children)
    return False


def _is_negator(child: Token) -> bool:
    if child.dep_ == "neg":
        # "not only … but also" and "no doubt" affirm
        return not (child.i + 1 < len(child.doc) and child.nbor().lower_ in {"only", "just"})
    if child.lower_ == "longer":
        return any(c.lower_ == "no" for c in child.children)
    return is_none_word(child)


def is_none_word(child: Token) -> bool:
    """Tell the "no" before a noun, other than that of a name: "the No Boats in Parks Act"."""
    if child.dep_ not in {"det", "preconj"} or child.lower_ not in {"no", "neither"}:
        return False
    return child.text != "No" or child.is_sent_start or not child.head.text[:1].isupper()


def ancestors_until_clause(token: Token) -> Iterator[Token]:
    """Yield the heads above `token` up to and including the first verb."""
    for current in token.ancestors:
        yield current
        if current.pos_ in VERBS:
            return
