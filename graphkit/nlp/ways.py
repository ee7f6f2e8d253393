"""The way between two actors of a sentence: what may tell how one stands to the other.

Its features are words and relations of the dependency path, what hangs at its words, and the signs
of all of these. A name is never a feature, only that there is one. `graphkit.nlp.way_stances`
weighs them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.frames import frames_of
from graphkit.nlp.phrases import phrase
from graphkit.nlp.polarity import effect_of
from graphkit.nlp.sentiment_words import FAINT_PLUS, PLUS, SIGNS, sign_of
from graphkit.nlp.speech_cues import load_speech_lexicon
from graphkit.nlp.syntax import is_negated, verb_above

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Span, Token

    from graphkit.nlp.annotations import TokenRange
    from graphkit.nlp.cues import Frame

LONGEST_WAY = 10
MOST = 3
"""Signs in a row, or more of one kind than of the other, above which more make no difference."""
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW"})
LISTED = frozenset({"conj", "appos"})
FUNCTION = frozenset({"mark", "aux", "neg", "prt", "prep", "agent", "advmod"})
"""Relations of small words that change what a word of the way says."""
SMALL = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})
"""Parts of speech of words that are no names at the start of a sentence either."""
OPENING, CLOSING = "“", "”"


class MarkedFrame(NamedTuple):
    """A word of support, opposition or judgement, with the tokens of its target."""

    frame: Frame
    phrase: TokenRange


@dataclass(frozen=True, slots=True)
class Scene:
    """What all ways of a sentence share; tokens are known by their place in the document.

    Attributes:
        words: Each token as `word_of` gives it.
        effects: What words of `inverters.tsv` do to a sign.
        denied: Words that a negation is about.
        quoted: Words between quotation marks.
    """

    sentence: Span
    words: dict[int, str]
    signs: dict[int, str]
    effects: dict[int, str]
    denied: frozenset[int]
    quoted: frozenset[int]
    frames: tuple[MarkedFrame, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """From the holder's mention up to the word above both, and down to the target's.

    Attributes:
        up: From the holder's head word on, without `top`.
        top: The word above both; it may be one of theirs.
        down: From below `top` to the target's head word.
        inside: The tokens of both mentions.
        words: The words between the mentions, each with its part of the way: U(p), T(op) or D(own).
    """

    scene: Scene
    holder: TokenRange
    target: TokenRange
    up: tuple[Token, ...]
    top: Token
    down: tuple[Token, ...]
    inside: frozenset[int]
    words: tuple[tuple[str, Token], ...]

    @property
    def ends(self) -> tuple[Token, Token]:
        """The head words of holder and target."""
        return (self.up or (self.top,))[0], (self.down or (self.top,))[-1]

    def word(self, token: Token) -> str:
        """Return a token as `word_of` gives it."""
        return self.scene.words.get(token.i) or word_of(token)

    @property
    def order(self) -> str:
        """Which of the two comes first in the text."""
        return "HT" if self.holder.start < self.target.start else "TH"


@cache
def saying_verbs() -> dict[str, str]:
    """Return what somebody does by each verb that announces words ("accuse", "praise", "say")."""
    verbs = load_speech_lexicon().verbs
    return {lemma: tuple(entries.values())[-1].speech_class for lemma, entries in verbs.items()}


class Sentences:
    """Finds the sentence of a token: to ask a token for it takes as long as it is."""

    def __init__(self, doc: Doc) -> None:
        self._all = tuple(doc.sents)
        self._starts = [sentence.start for sentence in self._all]

    def at(self, token: int) -> Span:
        """Return the sentence that holds a token."""
        return self._all[bisect_right(self._starts, token) - 1]


def frames_by_sentence(doc: Doc, sentences: Sentences) -> dict[int, list[MarkedFrame]]:
    """Return the frames of a document that have a sign, by where their sentence starts."""
    found: dict[int, list[MarkedFrame]] = {}
    frames = frames_of(doc)
    for frame in (*frames.stated, *frames.judging):
        if frame.polarity in SIGNS:
            marked = MarkedFrame(frame, phrase(frame.target))
            found.setdefault(sentences.at(frame.cue.i).start, []).append(marked)
    return found


def scene_of(sentence: Span, frames: Iterable[MarkedFrame]) -> Scene:
    """Read what all ways of a sentence share."""
    return Scene(
        sentence=sentence,
        words={token.i: word_of(token) for token in sentence},
        signs={token.i: sign for token in sentence if (sign := sign_of(token)) is not None},
        effects={token.i: effect for token in sentence if (effect := effect_of(token)) is not None},
        denied=frozenset(token.i for token in sentence if is_negated(token)),
        quoted=frozenset(_quoted(sentence)),
        frames=tuple(frames),
    )


def _quoted(sentence: Span) -> Iterator[int]:
    is_open = False
    for token in sentence:
        if token.text in {OPENING, CLOSING, '"'}:
            is_open = token.text == OPENING or (token.text == '"' and not is_open)
        elif is_open:
            yield token.i


def way_between(scene: Scene, holder: TokenRange, target: TokenRange) -> Way | None:
    """Return the way from one mention to another; None where no word is above both."""
    doc = scene.sentence.doc
    ends = (doc[span.start : span.end].root for span in (holder, target))
    one, other = ([end, *end.ancestors] for end in ends)
    places = {token.i: place for place, token in enumerate(other)}
    for place, token in enumerate(one):
        if token.i in places:
            up, down = tuple(one[:place]), tuple(reversed(other[: places[token.i]]))
            inside = frozenset((*range(*holder), *range(*target)))
            parts = (("U", up[1:]), ("T", (token,)), ("D", down[:-1]))
            words = tuple((part, w) for part, some in parts for w in some if w.i not in inside)
            return Way(scene, holder, target, up, token, down, inside, words)
    return None


def features_of(way: Way) -> frozenset[str]:
    """Return the names of what holds of a way."""
    structure = (_ends, _extent, _path_words, _top, _beside, _governors, _modifiers)
    families = (*structure, _neighbours, _clause_words, _frames, _signs)
    return frozenset(chain.from_iterable(family(way) for family in families))


def word_of(token: Token) -> str:
    """Return the lemma of a word; of names and numbers only of what kind they are."""
    if token.like_num or token.pos_ == "NUM":
        return "<number>"
    if token.ent_type_ in NAMED or token.pos_ == "PROPN":
        return f"<{token.ent_type_.lower() or 'name'}>"
    if token.text[:1].isupper() and not (token.is_sent_start and token.pos_ in SMALL):
        return "<name>"
    return token.lemma_.lower()


def _first_of_list(token: Token) -> Token:
    while token.dep_ in LISTED and token.head.i != token.i:
        token = token.head
    return token


def _roles(way: Way) -> tuple[str, str]:
    """Return the relations of holder and target; the members of a list have that of its first."""
    heads = ((end, _first_of_list(end)) for end in way.ends)
    holder, target = (f"{first.dep_}{'^' if first is not end else ''}" for end, first in heads)
    return holder, target


def _ends(way: Way) -> Iterator[str]:
    holder, target = _roles(way)
    kinds = tuple(end.ent_type_.lower() or "-" for end in way.ends)
    yield from (f"holder is:{holder}", f"target is:{target}", f"are:{holder}|{target}")
    yield from (
        f"holder kind:{kinds[0]}",
        f"target kind:{kinds[1]}",
        f"kinds:{kinds[0]}|{kinds[1]}",
    )
    quoted = ("in" if end.i in way.scene.quoted else "out" for end in way.ends)
    yield f"quoted:{'|'.join(quoted)}"


def _extent(way: Way) -> Iterator[str]:
    first, second = sorted((way.holder, way.target))
    yield f"order:{way.order}"
    yield f"words between:{min(6, max(0, second.start - first.end).bit_length())}"
    yield f"steps:{min(LONGEST_WAY, len(way.up) + len(way.down))}"
    if _saying(way) is not None:
        yield "holder speaks"


def _saying(way: Way) -> Token | None:
    """Return the verb with which the holder says something of the target."""
    first = _first_of_list(way.ends[0])
    verb = first.head
    if first.dep_ == "nsubj" and verb.lemma_.lower() in saying_verbs() and verb.i == way.top.i:
        return verb
    return None


def _path_words(way: Way) -> Iterator[str]:
    for part, token in way.words:
        word = way.word(token)
        yield f"way:{word}"
        yield f"way {part}:{word}"
        if token.i in way.scene.denied:
            yield from ("way denied", f"way denied:{word}")
        if token.i in way.scene.effects:
            yield f"way {way.scene.effects[token.i]}"


def _edges(way: Way) -> str:
    """Return by which relations holder and target hang at the top."""
    return f"{way.up[-1].dep_ if way.up else '-'}|{way.down[0].dep_ if way.down else '-'}"


def _top(way: Way) -> Iterator[str]:
    edges = _edges(way)
    yield f"top:{edges}"
    if way.top.i in way.inside:
        yield f"top:<end>|{edges}"
        return
    yield f"top:{way.word(way.top)}|{edges}"
    if way.top.i in way.scene.signs:
        yield f"top:{way.scene.signs[way.top.i]}|{edges}"
    does = saying_verbs().get(way.top.lemma_.lower())
    if does is not None:
        yield f"top does:{does}|{edges}"


def _beside(way: Way) -> Iterator[str]:
    """Yield what hangs at the words of the way."""
    passed = way.inside.union(token.i for _, token in way.words)
    for _, token in way.words:
        for child in token.children:
            if child.i in passed or child.is_punct or child.is_space:
                continue
            word = way.word(child)
            yield f"beside:{word}"
            if child.i in way.scene.signs:
                yield f"beside:{way.scene.signs[child.i]}"
            if child.dep_ in FUNCTION:
                yield f"beside:{way.word(token)}/{word}"


def _governors(way: Way) -> Iterator[str]:
    """Yield what holder and target depend on, through a preposition too."""
    for name, end in zip(("holder", "target"), way.ends, strict=True):
        first = _first_of_list(end)
        link = first.dep_
        governor = first.head
        if governor.i == first.i or governor.i in way.inside:
            continue
        yield from _governor(way, f"{name} under:{link}", governor)
        if governor.pos_ == "ADP" and governor.head.i != governor.i:
            yield from _governor(way, f"{name} under:{way.word(governor)}/{link}", governor.head)


def _governor(way: Way, where: str, governor: Token) -> Iterator[str]:
    yield f"{where}/{way.word(governor)}"
    if governor.i in way.scene.signs:
        yield f"{where}/{way.scene.signs[governor.i]}"


def _modifiers(way: Way) -> Iterator[str]:
    for name, end in zip(("holder", "target"), way.ends, strict=True):
        for child in _first_of_list(end).children:
            if child.i in way.inside or child.is_punct:
                continue
            yield f"{name} has:{child.dep_}/{way.word(child)}"
            if child.i in way.scene.signs:
                yield f"{name} has:{child.dep_}/{way.scene.signs[child.i]}"


def _neighbours(way: Way) -> Iterator[str]:
    """Yield the words right before and behind the two."""
    sentence = way.scene.sentence
    for name, span in (("holder", way.holder), ("target", way.target)):
        for distance in (1, 2):
            for place, i in (
                (-distance, span.start - distance),
                (distance, span.end - 1 + distance),
            ):
                if sentence.start <= i < sentence.end and i not in way.inside:
                    yield f"{name} {place:+}:{way.word(sentence.doc[i])}"


def _clause_words(way: Way) -> Iterator[str]:
    """Yield the words of the target's clause, and whether it is the holder who says them."""
    speaks = _saying(way) is not None
    for token in verb_above(way.ends[1]).subtree:
        if token.i not in way.inside and not token.is_punct and not token.is_space:
            word = way.word(token)
            yield f"clause:{word}"
            if speaks:
                yield f"said:{word}"


def _frames(way: Way) -> Iterator[str]:
    """Yield what the cues and judging words of the sentence say of the two."""
    for frame, words in way.scene.frames:
        sign = SIGNS[frame.polarity]
        held = any(way.holder.covers(token.i) for token in frame.holders)
        if way.target.covers(frame.target.i):
            yield (
                f"frame:{sign}" if held else f"frame on target:{sign}{'' if frame.holders else '?'}"
            )
            if held:
                yield f"frame:{sign}{frame.rule}"
        elif words.meets(way.target):
            yield f"frame around target:{sign}{'H' if held else ''}"
        elif held:
            yield f"frame of holder:{sign}"


def _signs(way: Way) -> Iterator[str]:
    """Yield the signs on the way, in the target's clause, between the two, and in the sentence."""
    speaks = "speaks" if _saying(way) is not None else "does not"
    signs = way.scene.signs
    effects = way.scene.effects
    found = "".join(
        signs.get(t.i) or ("i" if effects.get(t.i) == "inverts" else "") for _, t in way.words
    )
    if found:
        yield f"signs:{found[:MOST]}|{speaks}"
        yield f"last sign:{found[-1]}"
    for part, token in way.words:
        if token.i in signs:
            yield f"way {part}:{signs[token.i]}"
    clause = verb_above(way.ends[1])
    yield f"clause:{_balance(way, (t.i for t in clause.subtree), 1)}|{speaks}"
    if clause.i in signs:
        yield f"clause verb:{signs[clause.i]}|{way.ends[1].dep_}|{speaks}"
    first, second = sorted((way.holder, way.target))
    yield f"between:{_balance(way, range(first.end, second.start), MOST - 1)}|{way.order}"
    sentence = range(way.scene.sentence.start, way.scene.sentence.end)
    yield f"sentence:{_balance(way, sentence, MOST)}|{speaks}"


def _balance(way: Way, tokens: Iterable[int], most: int) -> int:
    """Return how many more plus signs than minus signs are among the tokens, cut at `most`."""
    signs = (way.scene.signs[i] for i in tokens if i in way.scene.signs and i not in way.inside)
    balance = sum(1 if sign in {PLUS, FAINT_PLUS} else -1 for sign in signs)
    return max(-most, min(most, balance))
