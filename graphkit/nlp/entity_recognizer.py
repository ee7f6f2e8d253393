"""The entity recogniser of spaCy, with the same answers in a part of the time.

spaCy decides word by word, and asks before each decision of all 74 moves whether they are allowed;
that takes longer than the network. But its model looks at three words only: the next one, and the
first and the last one of the name that is open. So while no name is open, the decision on a word
depends on that word alone, and all words of a text are decided in one multiplication; the names
that this opens are then followed to their ends, all at the same time.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Span

from graphkit.nlp.pieces import whole_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from thinc.api import Model

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Places = NDArray[np.intp]

FEATURES = 3
"""Words that a state shows to the model: the next one, first and last of the open name."""
NOT_THERE = 0
"""Row of the features of a word that is not there; the others follow it."""
NEVER = np.float32(-np.inf)


@Language.factory("gk_ner", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_ner_component(  # noqa: PLR0913 - the settings of spaCy's factory
    nlp: Language,
    name: str,
    model: Model[Any, Any],
    moves: object | None = None,
    update_with_oracle_cut_size: int = 100,
    incorrect_spans_key: str | None = None,
    scorer: Callable[..., object] | None = None,
) -> QuickEntityRecognizer:
    """Build the component; it takes the settings and the weights of spaCy's factory "ner"."""
    return QuickEntityRecognizer(
        nlp.vocab,
        model,
        name=name,
        moves=moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )


class Name(NamedTuple):
    """A name: tokens [start, end) and the label."""

    start: int
    end: int
    label: str


class QuickEntityRecognizer(EntityRecognizer):  # type: ignore[misc]  # spaCy's is not typed
    """Decides like the class it is made from, on many words at a time."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of `doc`."""
        if not self._is_plain or not len(doc) or doc.has_annotation("ENT_IOB"):
            return cast("Doc", super().__call__(doc))
        spans = [Span(doc, *name) for name in self.names(doc)]
        doc.set_ents(spans, default="outside")
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:  # noqa: ARG002 - spaCy's signature
        """Yield each document with its entities."""
        yield from map(self, stream)

    @cached_property
    def _is_plain(self) -> bool:
        """Tell whether the model is of the make that this class knows; if not, spaCy decides."""
        model = self.model
        return bool(
            self.cfg["beam_width"] == 1
            and model.attrs["has_upper"]
            and not model.attrs["unseen_classes"]
            and model.layers[1].get_dim("nF") == FEATURES
            and model.layers[1].get_dim("nP") > 1
            and isinstance(model.layers[1].ops.xp.empty(0), np.ndarray)
        )

    @cached_property
    def _table(self) -> _Moves:
        return _Moves([self.moves.get_class_name(i) for i in range(self.moves.n_moves)])

    def names(self, doc: Doc) -> Iterator[Name]:
        """Yield the names in `doc` in order."""
        if self.moves.n_moves != len(self._table.labels):
            del self.__dict__["_table"]  # labels were added since
        vectors = self.model.layers[0].predict([doc])
        starts, spaces = doc.to_array(["SENT_START", "IS_SPACE"]).T == 1
        for start, end in whole_sentences(starts):
            scores = _Scores(self.model, vectors[start:end])
            words = _Words(spaces[start:end], np.append(starts[start + 1 : end], True))
            for name in _names(scores, words, self._table):
                yield Name(start + name.start, start + name.end, name.label)


class _Moves:
    """What the moves of the model are: rows of its scores, and what each does."""

    def __init__(self, names: list[str]) -> None:
        place = {name: i for i, name in enumerate(names)}
        self.labels = [name[2:] for name in names]
        self.begins = np.array([name[:2] == "B-" for name in names])
        self.units = np.array([name[:2] == "U-" and len(name) > len("U-") for name in names])
        self.idle = self.begins | self.units | np.array([name == "O" for name in names])
        """Moves that are allowed while no name is open."""
        self.inner = np.array([place.get(f"I-{label}", 0) for label in self.labels])
        self.last = np.array([place.get(f"L-{label}", 0) for label in self.labels])
        """For a move that opens a name those that carry it on and that end it."""


class _Scores:
    """The scores that the model gives to moves."""

    def __init__(self, model: Model[Any, Any], vectors: Floats) -> None:
        _, lower, self._upper = model.layers
        self._features: Floats = lower.predict(vectors)
        self._bias = cast("Floats", lower.get_param("b"))

    def __call__(self, *words: Places) -> Floats:
        """Return a row of scores for each state; `words` are the rows of its three words.

        The sums are made in the order in which spaCy makes them, so they are the same numbers.
        """
        hidden = self._features[words[0], 0] + self._features[words[1], 1]
        hidden += self._features[words[2], 2]
        hidden += self._bias
        scores: Floats = self._upper.predict(hidden.max(axis=-1))
        return scores


class _Words(NamedTuple):
    """What of the words themselves forbids moves."""

    is_space: Flags
    ends_sentence: Flags


def _names(scores: _Scores, words: _Words, moves: _Moves) -> Iterator[Name]:
    """Yield the names of a run of sentences."""
    chosen = _idle_moves(scores, words, moves)
    first = np.flatnonzero(moves.begins[chosen])
    ends = dict(zip(first, _ends(scores, words, moves, (first, chosen[first])), strict=True))
    behind = 0
    for start in np.flatnonzero(moves.begins[chosen] | moves.units[chosen]):
        if start >= behind:
            behind = int(ends.get(start, start + 1))
            yield Name(int(start), behind, moves.labels[chosen[start]])


def _idle_moves(scores: _Scores, words: _Words, moves: _Moves) -> Places:
    """Return for each word the move that is made there if no name is open."""
    rows = np.arange(1, len(words.is_space) + 1)
    nothing = np.full_like(rows, NOT_THERE)
    table = scores(rows, nothing, nothing)
    table[:, ~moves.idle] = NEVER
    table[np.ix_(words.is_space | words.ends_sentence, moves.begins)] = NEVER
    table[np.ix_(words.is_space, moves.units)] = NEVER
    chosen: Places = table.argmax(axis=1)
    return chosen


def _ends(scores: _Scores, words: _Words, moves: _Moves, opened: tuple[Places, Places]) -> Places:
    """Return behind which word each name ends, given where it opens and by which move."""
    first, by = opened
    ends = np.zeros_like(first)
    live = np.arange(len(first))
    at = first
    while len(live):
        at = at + 1
        table = scores(at + 1, first[live] + 1, at)
        inner, last = moves.inner[by[live]], moves.last[by[live]]
        each = np.arange(len(live))
        goes_on, ends_here = table[each, inner], table[each, last]
        closes = (ends_here > goes_on) | ((ends_here == goes_on) & (last < inner))
        closes |= words.ends_sentence[at]
        ends[live[closes]] = at[closes] + 1
        live, at = live[~closes], at[~closes]
    return ends
