"""Find words of support and opposition with their holders and targets, by the parse alone.

A frame says where a cue of `stance_cues.tsv` takes its target; who the holder is and which policy
the target means is decided later, when actors and policies are known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.cue_holders import holders_of, linked, received
from graphkit.nlp.cue_table import ING, Cue, cues, cues_at
from graphkit.nlp.cue_targets import infinitives, is_conditional, targets_at
from graphkit.nlp.denials import REFUSING, denied_side, is_hardly, is_none, is_unmet
from graphkit.nlp.polarity import DENIES, Composed, Step, effect_of, turns_deed
from graphkit.nlp.policy_nouns import is_policy_noun
from graphkit.nlp.questions import is_asked
from graphkit.nlp.stance_moods import NOT_HELD, is_dictated, moods_of
from graphkit.nlp.syntax import (
    FINITE_TAGS,
    OBJECT_CONTROL,
    VERBS,
    children,
    clauses,
    is_negated,
    own_subjects,
    prepositional_objects,
)
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from graphkit.nlp.denials import Denied

RULES = {"to_do": "to", ING: "gerund"}
"""Frames that are told as another one."""
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
ENQUIRING = frozenset({"ask", "issue", "request", "seek"})
ANSWERS = frozenset({"answer", "briefing", "comment", "detail", "document", "hearing"}) | {
    "information",
    "injunction",
    "ruling",
}
"""What is asked for or issued to learn or settle something, which supports nothing by itself."""
BARE_ROLE = 0.7
"""Of "critics say": the side is plain, but which policy is meant comes from the text before."""


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


def find_frames(doc: Doc) -> Iterator[Frame]:
    """Yield the frames of all cues in `doc`, in text order."""
    for token in doc:
        for cue in cues_at(token):
            yield from _frames(token, cue)


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
        for composed in reached or targets_at(token, cue, frame, sign.polarity):
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
    return bool(linked(verb, "over") or infinitives(verb))


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
