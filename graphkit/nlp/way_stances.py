"""Stances between actors that no single word tells: by the way from one to the other.

"Bee accuses Dee of lying" has a cue; "Bee's office, long at war with Dee, refused to answer" has
none, and still shows how the one stands to the other. Of each two actors that are named in one
sentence the model of `way_weights.tsv` says how likely that is.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import (
    SignStep,
    TargetKind,
    TargetRef,
    TokenRange,
    actors_of,
    furniture_of,
    policies_of,
)
from graphkit.nlp.stance_features import Finding
from graphkit.nlp.way_model import NOTHING, leaning, way_weights
from graphkit.nlp.ways import (
    Sentences,
    features_of,
    frames_by_sentence,
    scene_of,
    way_between,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from graphkit.nlp.stance_context import StanceContext
    from graphkit.nlp.ways import Way
    from graphkit.records import Polarity

LEAST_ASKED = 0.52
LEAST = 0.7
"""Chances below which nothing is said of two actors whom the user named, and of all others.

On 1,643 training sentences kept out of a fit with fewer features, 0.76 of all answers about named
actors were right from the first of the two on; on the valid part with all features it is 0.74.
"""
UNASKED = 0.2
"""Factor on the chance of others: of the pairs that people were asked about when the model was
fitted a third showed something, of all pairs in running text far fewer do."""
MOST_NAMED = 10
"""Mentions in a sentence above which it is a list, of whose members nothing is told one by one."""
LONGEST = 120
"""Tokens of a sentence above which the parser has lost its way."""
LONGEST_EVIDENCE = 600
"""Characters."""
TELLING = 0.2
"""What a word must add to the log-odds to be shown as one that the answer rests on."""
ADDS = "adds to it"
"""Effect of the other words that the answer rests on."""


class Named(NamedTuple):
    """Where an actor is named."""

    tokens: TokenRange
    place: int


def find_way_stances(context: StanceContext, spoken: Sequence[Finding]) -> Iterator[Finding]:
    """Yield how actors that are named together stand to each other.

    Args:
        context: Of the document.
        spoken: What its words of support, opposition and judgement tell: of two actors of whom
            these tell something, the way between them tells nothing more.
    """
    doc = context.doc
    told = {(f.holder, f.target.place) for f in spoken if f.target.kind is TargetKind.ACTOR}
    sentences = Sentences(doc)
    frames = frames_by_sentence(doc, sentences)
    for start, named in sorted(_named_together(doc, sentences).items()):
        sentence = sentences.at(start)
        if len(named) > MOST_NAMED or len(sentence) > LONGEST:
            continue
        scene = scene_of(sentence, frames.get(start, ()))
        for holder, target in permutations(named, 2):
            if holder.place == target.place or (holder.place, target.place) in told:
                continue
            way = way_between(scene, holder.tokens, target.tokens)
            if way is not None and not holder.tokens.meets(target.tokens):
                yield from _found(context, way, holder=holder.place, target=target.place)


def _named_together(doc: Doc, sentences: Sentences) -> dict[int, list[Named]]:
    """Return the mentions of each sentence that has several, by where it starts.

    "He" and "the senator" count where the user has named who that is. What is the name of a
    policy too is left to the rules for policies: one stance is not told of it twice.
    """
    furniture = furniture_of(doc)
    policies = {tokens for policy in policies_of(doc) for tokens in policy.mentions}
    found: dict[int, list[Named]] = {}
    for place, actor in enumerate(actors_of(doc)):
        for tokens in (*actor.names, *(actor.references if actor.is_given else ())):
            if tokens.start not in furniture and tokens not in policies:
                start = sentences.at(tokens.start).start
                found.setdefault(start, []).append(Named(tokens, place))
    return {start: sorted(named) for start, named in found.items() if len(named) > 1}


def _found(context: StanceContext, way: Way, *, holder: int, target: int) -> Iterator[Finding]:
    actors = actors_of(context.doc)
    asked = actors[holder].is_given and actors[target].is_given
    answer = leaning(features_of(way))
    evidence = _evidence(way)
    if answer.chance < (LEAST_ASKED if asked else LEAST):
        return
    if len(context.doc[evidence.start : evidence.end].text) > LONGEST_EVIDENCE:
        return
    cue, *others = _telling(way, answer.polarity)
    yield Finding(
        holder=holder,
        target=TargetRef(TargetKind.ACTOR, target),
        polarity=answer.polarity,
        confidence=answer.chance * (1.0 if asked else UNASKED),
        evidence=evidence,
        kind=context.kind_at(cue),
        rule="way",
        cue=TokenRange(cue.i, cue.i + 1),
        steps=tuple(SignStep(TokenRange(t.i, t.i + 1), ADDS) for t in others),
        head=way.ends[1],
    )


def _evidence(way: Way) -> TokenRange:
    """Return the words from the first to the last that the way touches."""
    words = [TokenRange(token.i, token.i + 1) for _, token in way.words]
    parts = (way.holder, way.target, *words)
    return TokenRange(min(p.start for p in parts), max(p.end for p in parts))


def _telling(way: Way, polarity: Polarity) -> list[Token]:
    """Return the words that the answer rests on most, the first of them first, then as they stand.

    Where no word is between the two, the target's own shows it.
    """
    weights = way_weights()

    def weight(part: str, token: Token) -> float:
        sign = way.scene.signs.get(token.i, "")
        word = way.word(token)
        names = (f"way:{word}", f"way {part}:{word}", f"way {part}:{sign}")
        return sum(weights.get(name, NOTHING).of(polarity) for name in names)

    weighed = sorted(((weight(*word), word[1]) for word in way.words), key=lambda w: -w[0])
    if not weighed:
        return [way.ends[1]]
    (_, first), *others = weighed
    more = (token for added, token in others if added >= TELLING)
    return [first, *sorted(more, key=lambda token: token.i)]
