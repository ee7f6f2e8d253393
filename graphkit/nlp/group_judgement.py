"""Tell which phrases for several are groups of the text: those who do, hold or share something.

The rule is about the part a phrase plays in its sentence:

- Whoever says something, holds a view or does what one does together in politics (votes, sues,
  gathers) is a group, whatever the noun: as subject, after "by", as the source of a view
  ("opposition from growers"), on whose behalf it is done.
- Members of a party or a side, and those who hold an office, are in politics by their name: they
  are groups in any part where somebody acts on them or with them too. A number, a quantity or
  a coalition is enough for offices; without any of these the noun must be described and take part.
- Bodies that are counted ("14 states") are groups where they do something or it is done to them.
- Everybody else (voters, workers, companies) is scenery until they speak, hold or do something;
  shares of them ("60 percent of voters") are groups where they hold a view.

In other people's words (in quotation marks) only parties, sides, counted offices and shares are:
whom a speaker names does not speak. What is a predicate, an owner or only one is none, nor is who
is only let or made to do something ("allows growers to sue").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import tokens_of_characters
from graphkit.nlp.cue_table import cues
from graphkit.nlp.groups import PERCENT, SINGULAR, GroupMention, proper_nouns
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.quotation_marks import find_marked_runs
from graphkit.nlp.speech_cues import CueKind, find_cues, load_speech_lexicon
from graphkit.nlp.syntax import (
    OBJECT_CONTROL,
    RELATIVE_PRONOUNS,
    VERBS,
    children,
    objects,
    verb_above,
)
from graphkit.nlp.titles import POSSESSIVES

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token


PARTNERS = frozenset({"with", "by", "from", "among", "between", "alongside"})
"""Prepositions before those who act together with somebody."""
SOURCES = frozenset({"among", "by", "from"})
"""Prepositions between a view and those who hold it: "opposition from unions"."""
DOERS = frozenset({"subject", "by"})
"""Parts of those who do something."""
NO_PARTS = frozenset({"attr", "than"})
"""Parts of those whom something is only said of or measured by."""
PAIR = 2
SUBJECTS = frozenset({"nsubj", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "obj"})
QUOTING = frozenset({CueKind.QUOTE, CueKind.DOCUMENT})
"""Kinds of verbs that say something only beside a quotation."""
SHOWING = frozenset({"declare", "express", "give", "mount", "offer", "raise", "show", "voice"})
"""Verbs whose object may be a view: "have shown support"."""
QUOTATION_REACH = 3
"""Tokens from a verb to the mark that opens or closes what is said."""
QUOTES = frozenset({'"', "“", "”", "``", "''"})
COMMON = frozenset({"crowd", "expert", "side", "body"})
"""Classes whose nouns are written small."""
CLAUSES = frozenset({"ccomp", "xcomp"})
LETTING = OBJECT_CONTROL | {"enable", "encourage", "help", "let", "permit"}
"""Verbs after which an infinitive does not tell that it is done."""
CHAIN = 50
"""Steps up a list after which its head is given up."""


class Part(NamedTuple):
    """The part that a phrase plays: subject, patient, object, a preposition, … and of what."""

    role: str
    head: Token
    """The verb or noun it plays it for; the phrase's own noun where there is none."""


def part_of(doc: Doc, mention: GroupMention) -> Part:
    """Return the part of a phrase; members of a list have that of its head."""
    token = _top(doc, mention)
    head = token.head
    if token.dep_ in SUBJECTS:
        return Part("subject", head)
    if token.dep_ == "nsubjpass":
        return Part("patient", head)
    if token.dep_ in OBJECTS:
        return Part("object", head)
    if token.dep_ == "pobj":
        return _after_preposition(token, head)
    if head.i == token.i:
        return Part("root", token)
    return Part(token.dep_, head)


def _top(doc: Doc, mention: GroupMention) -> Token:
    """Return the noun by which the phrase, or the list it stands in, hangs in the sentence."""
    token = doc[mention.head_end - 1]
    span = range(mention.start, mention.end)
    for _ in range(CHAIN):
        inside = token.head.i in span and token.dep_ not in SUBJECTS | OBJECTS
        if token.head.i == token.i or not (inside or token.dep_ in {"conj", "appos"}):
            break
        token = token.head
    return token


def _after_preposition(token: Token, preposition: Token) -> Part:
    if preposition.lower_ == "with":
        for child in (*preposition.rights, *token.rights):
            if child.tag_ == "VBG" and child.dep_ in {"pcomp", "acl"}:
                # "with unions arguing that": they argue
                return Part("subject", child)
    if preposition.head.lower_ == "according":
        return Part("source", preposition.head)
    if preposition.head.lower_ == "behalf":
        return Part("behalf", preposition.head)
    return Part(preposition.lower_, preposition.head)


class Judge:
    """Tells which groups act or hold a view; remembers them, since lists go on with their like."""

    def __init__(self, doc: Doc, people: frozenset[int], quoted: frozenset[int]) -> None:
        """Read the verbs of saying once; `people` are the tokens of names, `quoted` of talk."""
        self._doc = doc
        self._people = people
        self._quoted = quoted
        self._accepted: set[int] = set()
        self._speech = {cue.verb: cue.kind for cue in find_cues(doc, load_speech_lexicon())}

    def acts(self, mention: GroupMention) -> bool:
        """Tell whether a group acts or holds a view here."""
        head = self._doc[mention.head_end - 1]
        before = self._doc[max(0, mention.start - 1)]
        if before.lower_ == "whose" or self._doc[mention.start].lower_ == "your":
            return False
        if mention.count == 1 or head.dep_ == "attr" or _is_listed_out(head):
            return False
        if self._describes_named(mention) or _is_in_a_name(self._doc, mention):
            return False
        if not self._by_kind(mention, head):
            return False
        self._accepted.add(head.i)
        return True

    def _describes_named(self, mention: GroupMention) -> bool:
        """Tell "Ann Bee, a council aide" and "Ohio and Utah, two states" from groups."""
        noun = self._doc[mention.head_end - 1 if mention.collective is None else mention.collective]
        for _ in range(PAIR):
            if noun.dep_ == "appos" and (mention.count is None or mention.count == PAIR):
                named = noun.head.pos_ == "PROPN" or noun.head.i in self._people
                return named or _follows_name(self._doc, mention.start)
            if noun.dep_ != "conj":
                break
            noun = noun.head
        return False

    def speaks(self, mention: GroupMention) -> bool:
        """Tell whether the group holds a view or takes part, in the author's own words."""
        if mention.head_start in self._quoted:
            return False
        return self._holds(mention) or _owns_view(self._doc, mention)

    def _by_kind(self, mention: GroupMention, head: Token) -> bool:
        inside = head.i in self._quoted
        part = part_of(self._doc, mention)
        if _is_no_part(part):
            return False
        if mention.led:
            return not inside
        if mention.kind == "crowd" and self._is_share(mention):
            return self._holds(mention)
        if mention.kind not in SINGULAR and head.dep_ == "conj" and head.head.i in self._accepted:
            return not inside
        rules: dict[str, Callable[[], bool]] = {
            "party": lambda: not _owns(head),
            "side": lambda: self._side_acts(mention, part),
            "office": lambda: self._office_acts(mention, part.role, inside=inside),
            "body": lambda: self._body_acts(mention, part.role),
            "institution": lambda: not inside and self._institution_acts(mention),
            "unnamed": lambda: self._is_unnamed(mention) and self.speaks(mention),
        }
        rule = rules.get(mention.kind)
        return rule() if rule is not None else self._may_speak(mention, part.role)

    def _holds(self, mention: GroupMention) -> bool:
        """Tell whether the phrase is the subject or agent of saying, a view or a deed."""
        part = part_of(self._doc, mention)
        verb = verb_above(part.head)
        if part.role in DOERS and self._is_view(verb) and not _is_only_allowed(verb):
            return True
        noun = self._doc[mention.head_end - 1]
        # "the parties who favor the plan" hold a view wherever they stand
        clauses = (c for c in noun.rights if c.dep_ == "relcl" and c.i < mention.name_end)
        return any(self._is_view(c) and _is_done_by_who(c) for c in clauses)

    def _is_view(self, verb: Token) -> bool:
        """Tell whether the verb says something, is for or against it, or is a political deed."""
        if verb.lemma_ == "be":
            said = (t for t in verb.children if t.dep_ in {"acomp", "attr"})
            return any((t.lemma_.lower(), tag) in cues() for t in said for tag in ("ADJ", "NOUN"))
        if self._says(verb) or verb.lemma_.lower() in view_verbs():
            return True
        shown = objects(verb) if verb.lemma_.lower() in SHOWING else ()
        return any((t.lemma_.lower(), "NOUN") in cues() for t in shown)

    def _says(self, verb: Token) -> bool:
        kind = self._speech.get(verb.i)
        if kind is None:
            return False
        # "doctors add saline" say nothing
        names_thing = kind is CueKind.SAY and objects(verb) and not children(verb, "ccomp")
        return not (kind in QUOTING or names_thing) or _is_beside_quotation(verb)

    def _may_speak(self, mention: GroupMention, role: str) -> bool:
        outside = mention.head_start not in self._quoted
        return self.speaks(mention) or (role == "behalf" and outside)

    def _side_acts(self, mention: GroupMention, part: Part) -> bool:
        """Tell the side that acts from those whom somebody faces or addresses: "his critics"."""
        bare = mention.quantity is None and mention.start >= mention.head_start
        passive = part.role in {"object", "to", "of", "like"}
        return not (passive and (bare or mention.possessive))

    def _body_acts(self, mention: GroupMention, role: str) -> bool:
        if mention.count is not None and mention.head_start not in self._quoted:
            return role in {"subject", "patient", "by"}
        return self._may_speak(mention, role)

    def _office_acts(self, mention: GroupMention, role: str, *, inside: bool) -> bool:
        bare = mention.start == mention.head_start and mention.end == mention.head_end
        if mention.count is not None:
            # "Two lawmakers" are those whom the text has just named.
            return not (mention.count == PAIR and self._is_bare_number(mention))
        if inside:
            return False
        if mention.quantity is not None or mention.collective is not None or mention.possessive:
            return True
        if mention.party is not None or mention.name_end > mention.end:
            # of a party, or told from the others by a clause
            return True
        if bare:
            return self.speaks(mention)
        return role in {"subject", "patient"} or role in PARTNERS

    def _is_bare_number(self, mention: GroupMention) -> bool:
        return mention.quantity is not None and mention.quantity.end == mention.head_start

    def _is_unnamed(self, mention: GroupMention) -> bool:
        """Tell "an aide said" from "the aide", "her aide" and "council aide Ann Bee"."""
        comma = mention.end < len(self._doc) and self._doc[mention.end].text == ","
        after = {mention.head_end, mention.end, mention.end + int(comma)}
        named = bool(after & self._people)
        return not (mention.definite or mention.possessive or named)

    def _institution_acts(self, mention: GroupMention) -> bool:
        """Tell "a three-judge panel", "Ohio's legislature" from "police" and "the court"."""
        first = self._doc[mention.start]
        before = first.nbor(-1) if first.i > 0 else first
        of_many = mention.possessive or bool({first.lower_, before.lower_} & {"a", "an"})
        return of_many and (mention.count is not None or self.speaks(mention))

    def _is_share(self, mention: GroupMention) -> bool:
        """Tell whether it is "77 percent of voters", "a majority of voters", "half of voters"."""
        if mention.quantity is None:
            return False
        words = self._doc[mention.start : mention.head_start]
        return any(t.lower_ in PERCENT or t.lower_ in SHARES for t in words)


def _follows_name(doc: Doc, start: int) -> bool:
    """Tell whether a name and a comma stand before: "Ohio and Utah, two states"."""
    return start > 1 and doc[start - 1].text == "," and doc[start - 2].pos_ == "PROPN"


SHARES = frozenset(
    {"half", "majority", "most", "percent", "plurality", "quarter", "third", "thirds", "quarters"}
)
"""Words of a share of a whole."""


def _is_in_a_name(doc: Doc, mention: GroupMention) -> bool:
    """Tell whether a capital shows that the noun is part of a name: "Friends of the Harbor".

    Offices and parties have capitals anyway, first words and headlines too.
    """
    first = doc[mention.head_start]
    if mention.kind not in COMMON or mention.headline or mention.quantity is not None:
        return False
    if not first.text.istitle() or first.ent_type_ in {"NORP", "GPE"}:
        return False
    start = mention.start
    opens = bool(doc[start].is_sent_start) or start == 0 or doc[start - 1].is_space
    lower = all(t.text[:1].isupper() for t in doc[mention.head_start : mention.end])
    return (not opens or mention.start < mention.head_start) and lower and not _is_proper(first)


def _is_proper(noun: Token) -> bool:
    """Tell whether the lists write the noun with a capital: "Muslims"."""
    return noun.text in proper_nouns()


def _is_listed_out(head: Token) -> bool:
    """Tell whether the sentence only goes on to name the members ("signatories include")."""
    return head.dep_ == "nsubj" and head.head.lemma_ == "include"


def _owns(head: Token) -> bool:
    """Tell whether the noun is a possessor: "Democrats' nominee"."""
    following = head.nbor() if head.i + 1 < len(head.doc) else None
    possessive = following is not None and (
        following.tag_ == "POS" or (following.text in POSSESSIVES and not head.whitespace_)
    )
    return head.dep_ == "poss" or possessive


def _is_no_part(part: Part) -> bool:
    """Tell what one is or is among ("many of them Republicans") from who there is."""
    if part.role == "among":
        return part.head.lemma_ == "be"
    return part.role in NO_PARTS and not children(part.head, "expl")


def _is_only_allowed(verb: Token) -> bool:
    """Tell what somebody lets or makes others do ("allow growers to sue") from what they do."""
    return verb.tag_ == "VB" and verb.dep_ in CLAUSES and verb.head.lemma_.lower() in LETTING


def _is_done_by_who(verb: Token) -> bool:
    """Tell whether the verb of a relative clause is done by those whom the clause describes."""
    return any(c.lower_ in RELATIVE_PRONOUNS for c in children(verb, "nsubj"))


def _is_beside_quotation(verb: Token) -> bool:
    doc = verb.doc
    near = doc[max(0, verb.i - QUOTATION_REACH) : verb.i + 1 + QUOTATION_REACH]
    return any(t.text in QUOTES for t in near)


def _owns_view(doc: Doc, mention: GroupMention) -> bool:
    """Tell whether it is "opposition from unions", "support among voters"."""
    part = part_of(doc, mention)
    if part.role == "source":
        return True
    if part.role not in SOURCES:
        return False
    # the parser may hang "from unions" at the verb: "drew opposition from unions"
    views = objects(part.head) if part.head.pos_ in VERBS else (part.head,)
    return any(view.lemma_.lower() in view_nouns() for view in views)


@cache
def view_verbs() -> frozenset[str]:
    """Return the verbs of stance and of what people do together, those of saying left out."""
    bare = {lemma: by["-"].kind for lemma, by in load_speech_lexicon().verbs.items() if "-" in by}
    say = {lemma for lemma, kind in bare.items() if kind is CueKind.SAY or kind in QUOTING}
    deeds = {lemma for lemma, pos in _deeds() if pos == "VERB"}
    return frozenset(deeds | {lemma for lemma, pos in cues() if pos == "VERB"} - say)


@cache
def view_nouns() -> frozenset[str]:
    """Return the nouns of stance and of what people do together, by lemma."""
    return frozenset(lemma for lemma, pos in (*cues(), *_deeds()) if pos == "NOUN")


@cache
def _deeds() -> frozenset[tuple[str, str]]:
    rows = read_table("group_deeds.tsv", ("lemma", "pos", "example"))
    parts = frozenset({"VERB", "NOUN"})
    return frozenset((row.cell("lemma"), row.choice("pos", parts)) for row in rows)


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """Return the tokens that stand in quotation marks."""
    tokens: set[int] = set()
    for run in find_marked_runs(doc.text):
        if quoted := tokens_of_characters(doc, run.start, run.end):
            tokens.update(range(*quoted))
    return frozenset(tokens)
