"""Find words of support and opposition with their holders and targets, by the parse alone.

A frame says where a cue of `stance_cues.tsv` takes its target; who the holder is and which policy
the target means is decided later, when actors and policies are known.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.cue_holders import LIGHT_VERBS, holders_of, linked, received
from graphkit.nlp.denials import REFUSING, denied_side, is_hardly, is_none, is_unmet
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.polarity import DENIES, Composed, Step, compose, effect_of, turns_deed
from graphkit.nlp.policy_nouns import is_policy_noun
from graphkit.nlp.questions import is_asked
from graphkit.nlp.stance_moods import NOT_HELD, is_dictated, moods_of
from graphkit.nlp.syntax import (
    FINITE_TAGS,
    OBJECT_CONTROL,
    VERBS,
    children,
    clauses,
    conjuncts,
    is_negated,
    own_subjects,
    patients,
    prepositional_objects,
)
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from graphkit.nlp.denials import Denied

COLUMNS = ("lemma", "pos", "polarity", "frames", "requires", "strength")
ING = "ing"
"""Frame of a deed that stands where the object would: "opposes ending the fee"."""
RULES = {"to_do": "to", ING: "gerund"}
"""Frames that are told as another one."""
STRENGTHS = {"high": 0.9, "medium": 0.75, "low": 0.55, "faint": 0.4}
REQUIRED = frozenset({"any", "policy", "noun", "actor"})
DEONTIC = frozenset({"should", "must", "ought", "need"})
INFINITIVES = frozenset({"xcomp", "advcl", "ccomp", "acl", "conj"})
UNREAL = frozenset({"should", "must", "ought", "could", "may", "might", "can"})
"""Auxiliaries under which a cue tells what somebody ought to do or could do, not what is done."""
ABLE = frozenset({"can", "could", "ca"})
ASKING = frozenset({"demand", "insist", "propose", "recommend", "request", "suggest", "move"})
"""Verbs whose that-clause is only asked for ("demanded that the board repeal it")."""
FAILING = frozenset({"fail", "struggle"})
"""Verbs of what was tried in vain."""
GATHERING = frozenset({"build", "find", "garner", "gather", "lack", "muster", "secure", "seek"})
"""Verbs of whoever wants the support of others: "she could not secure support for it"."""
ASSERTING = {"insist": frozenset({"VBD", "VBZ"}), "tell": FINITE_TAGS}
"""Verbs that ask ("insisted that he go") and tell, with the tags of what is told ("he went")."""
SCARCE = frozenset({"few", "little", "scant"})
"""Words for less of something than is wanted."""
CONDITIONS = frozenset({"if", "whether", "unless"})
ENQUIRING = frozenset({"ask", "issue", "request", "seek"})
ANSWERS = frozenset({"answer", "briefing", "comment", "detail", "document", "hearing"}) | {
    "information",
    "injunction",
    "ruling",
}
"""What is asked for or issued to learn or settle something, which supports nothing by itself."""
BARE_ROLE = 0.7
"""Of "critics say": the side is plain, but which policy is meant comes from the text before."""
COPULAR = {"against": ("be", "stand", "come", "remain"), "for": ("be",)}
"""Verbs after which "against" and "for" tell a stance of the subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A row of `stance_cues.tsv`."""

    lemma: str
    pos: str
    polarity: Polarity
    frames: tuple[str, ...]
    needs_policy: bool
    needs_noun: bool
    needs_actor: bool
    strength: float

    @property
    def all_frames(self) -> tuple[str, ...]:
        """Where the target stands; what may be an object may be a deed in the -ing form too."""
        has_object = self.pos == "VERB" and "object" in self.frames
        return (*self.frames, ING) if has_object else self.frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A cue in a text with its arguments; polarity is already carried to `target`.

    Attributes:
        holders: Heads of the phrases that hold the stance; empty where the parse tells none.
        target: Head noun or verb of what it is about.
        start: Where the way to the target begins: "ending" in "ending the fee".
        strength: In (0, 1], of the cue alone.
        rule: Which rule found it, as `graphkit explain` names it.
        steps: The words that the sign passed on the way from the cue to the target.
    """

    cue: Token
    holders: tuple[Token, ...]
    target: Token
    start: Token
    polarity: Polarity
    strength: float
    needs_policy: bool
    rule: str
    steps: tuple[Step, ...] = ()
    bare: bool = False
    """The cue names no target ("critics say …"): `target` is the cue itself."""
    needs_actor: bool = False
    """The cue tells how somebody stands to another actor, and nothing of a policy."""
    moods: tuple[str, ...] = ()
    """What makes it less than plain; see `graphkit.nlp.stance_moods` and `denials`."""


@cache
def cues() -> dict[tuple[str, str], tuple[Cue, ...]]:
    """Return the cues of `stance_cues.tsv` by lemma and part of speech."""
    found: dict[tuple[str, str], list[Cue]] = defaultdict(list)
    for row in read_table("stance_cues.tsv", COLUMNS):
        cue = Cue(
            lemma=row.cell("lemma"),
            pos=row.choice("pos", frozenset({"VERB", "NOUN", "ROLE", "ADJ", "PREP"})),
            polarity=Polarity(
                row.choice("polarity", frozenset({"supports", "opposes", "neutral"}))
            ),
            frames=tuple(row.cell("frames").split("|")),
            needs_policy=row.choice("requires", REQUIRED) in {"policy", "noun"},
            needs_noun=row.cell("requires") == "noun",
            needs_actor=row.cell("requires") == "actor",
            strength=STRENGTHS[row.choice("strength", frozenset(STRENGTHS))],
        )
        found[cue.lemma, cue.pos].append(cue)
    return {key: tuple(value) for key, value in found.items()}


def find_frames(doc: Doc) -> Iterator[Frame]:
    """Yield the frames of all cues in `doc`, in text order."""
    for token in doc:
        for cue in cues_at(token):
            yield from _frames(token, cue)


def cues_at(token: Token) -> Iterator[Cue]:
    """Yield the rows of `stance_cues.tsv` that a word is a cue by."""
    lemma, pos = token.lemma_.lower(), token.pos_
    if pos == "VERB":
        phrasal = (f"{lemma} {c.lower_}" for c in children(token, "prt", "advmod"))
        found = [cue for phrase in phrasal for cue in cues().get((phrase, "VERB"), ())]
        yield from found or cues().get((lemma, "VERB"), ())
    elif pos in {"NOUN", "PROPN"}:
        yield from cues().get((lemma, "NOUN"), ())
        yield from cues().get((lemma, "ROLE"), ())
    elif pos == "ADP" and token.dep_ == "prep" and token.head.lemma_ in COPULAR.get(lemma, ()):
        yield from cues().get((lemma, "PREP"), ())
    if pos == "ADJ" or token.tag_ == "VBN":
        yield from cues().get((token.lower_, "ADJ"), ())


class _Sign(NamedTuple):
    """Which side a cue takes where it stands, and what makes that less than plain."""

    polarity: Polarity
    moods: tuple[str, ...]
    denied: tuple[Step, ...]

    def turned(self, left: Denied, word: Token) -> _Sign:
        """Return what a negation at the word leaves of it."""
        moods = (*self.moods, left.mood)
        return _Sign(left.polarity, moods, (*self.denied, Step(word, DENIES)))


def _frames(token: Token, cue: Cue) -> Iterator[Frame]:
    yield from _sides(token, cue)
    holders = holders_of(token, cue)
    sign = _sign(token, cue, holders)
    if sign is None:
        return
    seen: set[int] = set()
    reached = [Composed(t, sign.polarity, t) for t in received(token, cue)]
    for frame in cue.all_frames:
        for composed in reached or _targets(token, cue, frame, sign.polarity):
            if composed.head.i in seen or composed.head in holders or _is_no_target(cue, composed):
                continue
            seen.add(composed.head.i)
            towards = _towards(composed, sign)
            yield Frame(
                cue=token,
                holders=holders,
                target=composed.head,
                start=composed.start,
                polarity=towards.polarity,
                strength=cue.strength,
                needs_policy=cue.needs_policy,
                needs_actor=cue.needs_actor,
                rule=f"{cue.pos.lower()} {RULES.get(frame, frame)}",
                steps=(*towards.denied, *composed.steps),
                moods=towards.moods,
            )


def _sign(token: Token, cue: Cue, holders: tuple[Token, ...]) -> _Sign | None:
    """Return the side that a cue takes; None where it takes none: asked, imagined, wished for."""
    governor = token if cue.pos == "VERB" else token.head
    sign = _Sign(cue.polarity, moods_of(token), ())
    if not NOT_HELD.isdisjoint(sign.moods) or _is_no_stance(token, cue, governor):
        return None
    if _is_turned(token) == any(is_none(h) for h in holders):
        return sign
    is_deed = cue.needs_policy and cue.frames == ("object",)
    left = denied_side(token, cue.polarity, is_deed=is_deed)
    return left and sign.turned(left, token)


def _towards(composed: Composed, sign: _Sign) -> _Sign:
    """Return the side towards a target; "supports no fee" and "supports neither" are against it."""
    towards = sign._replace(polarity=composed.polarity)
    if not is_none(composed.start):
        return towards
    left = denied_side(composed.start, composed.polarity, is_deed=False)
    return towards if left is None else towards.turned(left, composed.start)


def _is_no_target(cue: Cue, composed: Composed) -> bool:
    """Tell what the cue tells no stance of, and what another cue tells better.

    "Refused to oppose it" is told at "oppose".
    """
    if cue.lemma in REFUSING and _is_view(composed.start):
        return True
    return not _is_about(cue, composed.head)


def _is_view(verb: Token) -> bool:
    """Tell a cue that shows a view by itself, other than a deed."""
    return any(not cue.needs_policy for cue in cues().get((verb.lemma_.lower(), "VERB"), ()))


def _is_no_stance(token: Token, cue: Cue, governor: Token) -> bool:
    """Tell whether the cue says nothing of its subject where it stands."""
    if governor.pos_ in VERBS and is_unreal(governor):
        return True
    if cue.pos != "ROLE" and is_asked(token):
        return True
    if cue.lemma == "sue" and cue.needs_actor:
        return _names_ground(token)
    # what a body never passed, or failed to pass, it need not be against
    return cue.needs_policy and _is_undone(token)


def _is_about(cue: Cue, target: Token) -> bool:
    """Tell whether the cue tells a stance of such a target."""
    # "working on a version of the bill" is working on the bill
    named = (target, *prepositional_objects(target, "of"))
    if cue.needs_noun and not any(is_policy_noun(t) for t in named):
        return False
    return not (cue.lemma in ENQUIRING and target.lemma_ in ANSWERS)


def _is_undone(verb: Token) -> bool:
    is_failed = verb.dep_ == "xcomp" and verb.head.lemma_ in FAILING
    return is_failed or any(c.lower_ == "never" for c in children(verb, "neg"))


def _sides(token: Token, cue: Cue) -> Iterator[Frame]:
    """Yield what "critics say …" tells: they are against what they speak of, or what is told of."""
    if cue.pos != "ROLE" or token.tag_ != "NNS" or prepositional_objects(token, *cue.frames):
        return
    subjects = _spoken_of(token)
    is_known = bool(subjects) and cue.polarity is Polarity.OPPOSES
    if not is_known and not _is_bare_role(token):
        return  # "canal supporters" may say a fee is bad; what opponents speak of they are against
    for target in subjects or (token,):
        yield Frame(
            cue=token,
            holders=(token,),
            target=target,
            start=token,
            polarity=cue.polarity,
            strength=BARE_ROLE,
            needs_policy=True,
            rule="side",
            bare=not subjects,
        )


def _spoken_of(side: Token) -> tuple[Token, ...]:
    """Return the policies that a side says something of: "canal critics say the fee is high"."""
    if side.dep_ != "nsubj":
        return ()
    said = (verb for verb in clauses(side.head) if verb.dep_ == "ccomp")
    return tuple(s for verb in said for s in own_subjects(verb) if is_policy_noun(s))[:1]


def _is_bare_role(token: Token) -> bool:
    """Tell "supporters say" and "its opponents": people known by their side alone."""
    described = [c for c in token.children if c.dep_ in {"compound", "poss", "acl"}]
    return token.dep_ in {"nsubj", "agent", "pobj"} and all(
        c.dep_ == "poss" and c.lower_ == "its" for c in described
    )


def is_unreal(verb: Token) -> bool:
    """Tell whether the cue is only asked for, allowed or demanded of its subject.

    In "urged the board to back the plan" it is not the board that backs it.
    """
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if auxiliaries & UNREAL:
        # "cannot support" is no mere possibility
        return not (is_negated(verb) and auxiliaries & ABLE)
    if is_conditional(verb) or is_dictated(verb):
        return True
    if verb.dep_ == "ccomp" and verb.head.lemma_ in OBJECT_CONTROL | ASKING:
        # "told the board that she backs it" is what she does, and nothing to be done
        tensed = {verb.tag_, *(c.tag_ for c in children(verb, "aux", "auxpass"))}
        return tensed.isdisjoint(ASSERTING.get(verb.head.lemma_, frozenset()))
    if verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VB":
        head = verb.head
        is_asked = head.lemma_ in OBJECT_CONTROL or head.lemma_ == "need"
        return is_asked or (head.pos_ in VERBS and is_unreal(head))
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG":
        # "asked to keep enforcing it"
        return verb.head.pos_ in VERBS and is_unreal(verb.head)
    return verb.dep_ == "conj" and verb.tag_ == "VB" and is_unreal(verb.head)


def _names_ground(verb: Token) -> bool:
    """Tell "sued the state over the levy" and "to stop the levy", where the levy is opposed."""
    return bool(linked(verb, "over") or _infinitives(verb))


def _is_turned(token: Token) -> bool:
    """Tell whether the cue is denied, also by a verb above it or in "less than thrilled"."""
    before = token.doc[max(0, token.i - 2) : token.i].text.casefold()
    is_denied = is_negated(token) or before == "less than" or _is_scarce(token)
    return is_denied or is_denied_above(token) or is_unmet(token) or is_hardly(token)


def _is_scarce(noun: Token) -> bool:
    """Tell "little enthusiasm for it", which is less than none of it; "a little" is some."""
    words = [c.lower_ for c in noun.children if c.dep_ in {"amod", "det"}]
    return noun.pos_ == "NOUN" and not SCARCE.isdisjoint(words) and "a" not in words


def is_denied_above(token: Token) -> bool:
    """Tell whether a governing verb turns the cue ("refused to support", "do not want to back")."""
    head = token.head
    if token.dep_ == "prep" and token.pos_ == "ADP":
        return is_negated(head)  # "is not against the fee"
    if token.dep_ not in {"xcomp", "acomp", "attr", "dobj", "nsubjpass"} or head == token:
        return False
    if token.dep_ == "xcomp":
        return is_negated(head) != turns_deed(head)
    if token.dep_ in {"dobj", "nsubjpass"}:
        return not _is_of_others(token) and _is_against(head)
    return is_negated(head)


def _is_of_others(noun: Token) -> bool:
    """Tell "Dee's efforts to repeal it", its opponents, and support that somebody looks for."""
    is_side = (noun.lemma_.lower(), "ROLE") in cues()
    is_owned = any(c.dep_ == "poss" and c.pos_ != "PRON" for c in noun.children)
    return is_side or is_owned or noun.head.lemma_ in GATHERING


def _is_against(verb: Token) -> bool:
    """Tell whether the verb opposes its object: "fight efforts to", "dropped her support for"."""
    opposed = any(
        cue.polarity is Polarity.OPPOSES and "object" in cue.frames
        for cue in cues().get((verb.lemma_.lower(), "VERB"), ())
    )
    turns = opposed or effect_of(verb) == "inverts"
    above = verb.dep_ == "xcomp" and is_denied_above(verb)
    return (is_negated(verb) != turns) != above


def targets_of_cue(token: Token, cue: Cue) -> Iterator[Composed]:
    """Yield what a cue is about, whichever side is taken."""
    for frame in cue.all_frames:
        yield from _targets(token, cue, frame, Polarity.NEUTRAL)


def _targets(token: Token, cue: Cue, frame: str, polarity: Polarity) -> Iterator[Composed]:
    if frame == "that":
        yield from _that_targets(token, cue, polarity)
    elif frame == "to_stop":
        for verb in _infinitives(token):
            if effect_of(verb) == "inverts":
                yield _kept(compose(verb, polarity.opposite))
    else:
        found = _arguments(token, frame)
        found = found or (_owning_policies(token) if cue.pos == "ROLE" else ())
        yield from (compose(t, polarity) for t in found)


def _owning_policies(role: Token) -> tuple[Token, ...]:
    """Return what a role has its part in: "the bill's sponsor", "the fee's opponents"."""
    return tuple(c for c in children(role, "poss") if is_policy_noun(c))


def _kept(composed: Composed) -> Composed:
    """Return it with the step of the verb as one that keeps the sign: "fight to stop the fee"."""
    first = next((n for n, step in enumerate(composed.steps) if step.effect == "inverts"), None)
    if first is None:
        return composed
    keeping = composed.steps[first]._replace(effect="keeps")
    steps = (*composed.steps[:first], keeping, *composed.steps[first + 1 :])
    return composed._replace(steps=steps)


def _arguments(token: Token, frame: str) -> tuple[Token, ...]:
    if frame == "object":
        return children(token, "pobj") if token.pos_ == "ADP" else _all_patients(token)
    if frame == ING:
        is_bare = not patients(token)
        return tuple(c for c in children(token, "xcomp") if c.tag_ == "VBG" and is_bare)
    if frame in {"to", "to_do"}:
        return _infinitives(token) or (linked(token, "to") if frame == "to" else ())
    if frame == "gerund":
        return tuple(verb for verb in clauses(token) if verb.tag_ == "VBG")
    if frame == "of":
        return linked(token, frame) or _possessed(token)
    return linked(token, frame)


def _all_patients(verb: Token) -> tuple[Token, ...]:
    """Return what it is done to, also what the parser hangs at the verb: "limits and checks"."""
    done_to = patients(verb)
    for other in children(verb, "conj"):
        joint = other.left_edge.i - 1
        behind = done_to[-1].right_edge.i + 1 if done_to else None
        if other.pos_ in {"NOUN", "PROPN"} and joint == behind and verb.doc[joint].lower_ == "and":
            return (*done_to, other)
    return done_to


def _possessed(role: Token) -> tuple[Token, ...]:
    """Return the bill of "the bill's sponsor" and "the plan's critics"."""
    if (role.lemma_.lower(), "ROLE") not in cues():
        return ()
    return tuple(t for c in children(role, "poss") if is_policy_noun(c) for t in conjuncts(c))


def _is_infinitive(verb: Token) -> bool:
    # "to get rid of" is read as a passive of "rid"
    return verb.tag_ == "VB" or verb.lower_ == "rid"


def _infinitives(token: Token) -> tuple[Token, ...]:
    governors = [token]
    if token.pos_ == "NOUN" and token.dep_ == "dobj" and token.head.lemma_ in LIGHT_VERBS:
        governors.append(token.head)
    return tuple(
        verb
        for governor in governors
        for verb in clauses(governor)
        if _is_infinitive(verb)
        and verb.dep_ in INFINITIVES
        and verb.i > token.i
        and not is_conditional(verb)
    )


def _that_targets(token: Token, cue: Cue, polarity: Polarity) -> Iterator[Composed]:
    """Yield what a that-clause says should (not) be done."""
    for verb in clauses(token):
        if not _is_that_clause(verb) or is_conditional(verb) or is_personal(verb):
            continue
        if deontic_verb(verb) is not None or cue.lemma in {"urge", "ask", "demand", "request"}:
            yield compose(deontic_verb(verb) or verb, polarity)


def _is_that_clause(verb: Token) -> bool:
    """Tell a complement clause; at a noun ("doubt that …") the parser calls it an attribute."""
    is_marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    return verb.dep_ in {"ccomp", "conj"} or (verb.dep_ == "acl" and is_marked)


def is_conditional(verb: Token) -> bool:
    """Tell a clause that "if", "unless" or "whether" opens."""
    return any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in verb.children)


def is_feared(verb: Token) -> bool:
    """Tell what somebody doubts or fears: "has doubts that the board should repeal it"."""
    if verb.dep_ not in {"acl", "ccomp"}:
        return False
    lemma = verb.head.lemma_.lower()
    known = (cue for pos in ("ADJ", "NOUN", "VERB") for cue in cues().get((lemma, pos), ()))
    return any(cue.polarity is Polarity.OPPOSES and "that" in cue.frames for cue in known)


def is_personal(verb: Token) -> bool:
    """Tell advice to one person ("he should rest") from what a body or all should do."""
    return any(s.lower_ in {"he", "she", "you"} for s in own_subjects(verb))


def deontic_verb(verb: Token) -> Token | None:
    """Return the verb that should be done: of "should repeal" and "needs to repeal", repeal.

    "Should he run" is a condition, and nothing is asked for.
    """
    if verb.lemma_ in {"need", "have", "ought"} and verb.pos_ in VERBS:
        infinitives = [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB"]
        return infinitives[0] if infinitives else None
    modals = [c for c in verb.children if c.dep_ == "aux" and c.lower_ in DEONTIC]
    subjects = own_subjects(verb)
    if modals and not (subjects and modals[0].i < subjects[0].i < verb.i):
        return verb
    return None
