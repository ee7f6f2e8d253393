"""The words of a report: which clause or verb phrase says what was said.

The parse gives the clause. What it is known to get wrong beside speech verbs is put right here: a
clause whose subject it took for an object, a second half that it coordinated with the announcing
verb, another statement that it drew in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.speech_cues import CLAUSAL, Cue, CueKind, SpeechClass
from graphkit.nlp.syntax import NOUN_SUBJECTS, SUBJECTS, VERBS, children

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

PHRASAL = frozenset(
    {CueKind.SAY, CueKind.VOW, CueKind.EXPRESS, CueKind.URGE, CueKind.JUDGE, CueKind.ASK}
)
"""Kinds whose verb phrase may be the statement."""
JUDGING = frozenset({CueKind.JUDGE, CueKind.EXPRESS})
"""Kinds whose verb phrase is a statement only where it is long enough to say something."""
TELLING = frozenset({SpeechClass.ACCUSE, SpeechClass.MENTION})
"""Classes whose verb says by itself what is said of its object ("blasted the new plan")."""
VIEWS = frozenset(
    {
        SpeechClass.ACCUSE,
        SpeechClass.BELIEVE,
        SpeechClass.DESCRIBE,
        SpeechClass.MENTION,
        SpeechClass.PRAISE,
    }
)
"""Classes whose longer phrases tell a view also with a bare object."""
TOLD_LABELS = frozenset({"ROOT", "acl", "advcl", "ccomp", "conj"})
"""Labels of a judgement that is told for its own sake, under no preposition, aim or relative."""
MIN_WORDS_OF_VIEW = 5
MIN_WORDS_OF_ACCUSATION = 4
MARKS = frozenset({"that", "whether", "how", "why"})
RELATIVES = frozenset({"which", "who", "whose", "where", "whom"})
ADDING = frozenset(
    {"saying", "adding", "citing", "arguing", "noting", "calling", "asserting", "with", "stressing"}
)
"""Words that open another statement or circumstance behind a comma."""
CIRCUMSTANCES = frozenset({"as", "after", "although", "though", "while", "amid", "before"})
"""Words that open the narrator's own clause behind a comma."""
MIN_WORDS = 2
MIN_WORDS_OF_PHRASE = 3
"""One word reported ("said so") tells nothing, nor does a verb with one ("vowed it")."""
MIN_WORDS_OF_JUDGEMENT = 7
"""A shorter one ("blasted the measure") tells that something was said rather than what; of those
with fewer words half are annotated as somebody's words in PolNeAR, of the longer ones 0.7."""
MAX_DISTANCE_TO_THAT = 12
"""Words between verb and "that" ("told the paper on Monday that") where the parse is silent."""
TIMES = frozenset({"DATE", "TIME"})
PARTS_OF_NAMES = frozenset({"poss", "compound", *NOUN_SUBJECTS, "amod", "nmod"})
"""Labels of a day that belongs to what is said: "said today's vote was late"."""
SEPARATORS = frozenset({",", ":", ";", "-", "–", "—", "--"})
DASHES = frozenset({"-", "–", "—", "--"})
OBJECTS = frozenset({"dobj", "nsubj", "dative"})
COMPLEMENTS = frozenset({"dobj", "oprd", "xcomp", "ccomp", "dative"})
"""Labels of what a verb is said of; without one, its phrase tells when or where only."""


class Content(NamedTuple):
    """What is reported, and whether it takes quotation marks to make it a statement."""

    tokens: TokenRange
    needs_marks: bool
    is_clause: bool = False


def contents(verb: Token, cue: Cue, verbs: frozenset[int]) -> Iterator[Content]:
    """Yield what the verb reports.

    What is denied is told with the verb ("denied that the dam leaks"): nobody says that it leaks.

    Args:
        verb: The announcing verb.
        cue: The verb as a cue.
        verbs: The announcing verbs of the whole text.
    """
    if cue.kind in CLAUSAL:
        clauses = list(clause_contents(verb, verbs))
        if clauses and (cue.kind, cue.speech_class) == (CueKind.VOW, SpeechClass.DENY):
            clauses = [verb_phrase_content(verb, verbs)]
        yield from (Content(c, not cue.plain, is_clause=True) for c in clauses)
        if clauses:
            return
    elif cue.kind is CueKind.EXPRESS:
        clause = _clause_of_feeling(verb, verbs)
        if clause is not None:
            yield Content(clause, needs_marks=False, is_clause=True)
            return
    phrase = verb_phrase_content(verb, verbs)
    if phrase.end - phrase.start >= MIN_WORDS_OF_PHRASE and cue.kind in PHRASAL:
        yield Content(
            phrase, needs_marks=not (_is_naming(verb, cue) or _is_told(verb, cue, phrase))
        )


def _is_told(verb: Token, cue: Cue, phrase: TokenRange) -> bool:
    """Tell whether the phrase says what was said: "denied the claim", not "denied on Monday"."""
    if not cue.plain or cue.kind is CueKind.SAY:
        return False
    if cue.kind is CueKind.JUDGE and not (_tells_deed(verb) or _tells_view(verb, cue, phrase)):
        return False
    least = MIN_WORDS_OF_ACCUSATION if cue.speech_class in TELLING else MIN_WORDS_OF_JUDGEMENT
    if cue.kind in JUDGING and phrase.end - phrase.start < least:
        return False
    return cue.has_particle or any(c.dep_ in COMPLEMENTS for c in verb.rights)


def _tells_deed(verb: Token) -> bool:
    """Tell whether a judgement says of which deed: "accused the board of hiding the costs".

    With a bare object ("criticized the plan") the text tells a position, and nothing that was said.
    """
    return any(g.dep_ == "pcomp" for c in verb.rights if c.dep_ == "prep" for g in c.children)


def _tells_view(verb: Token, cue: Cue, phrase: TokenRange) -> bool:
    """Tell whether a judgement with a bare object tells a view: "blasted the old plan for the dam".

    Of such phrases 0.7 are annotated as somebody's words in PolNeAR's training part; of passive
    and subordinate ones fewer, and requests, refusals and denials tell a deed rather than a view.
    """
    if phrase.end - phrase.start < MIN_WORDS_OF_VIEW or cue.speech_class not in VIEWS:
        return False
    return verb.tag_ != "VBN" and verb.dep_ in TOLD_LABELS


def _is_naming(verb: Token, cue: Cue) -> bool:
    """Tell whether a judgement gives its object a name: "called it a mistake", "hailed it as"."""
    if cue.kind is not CueKind.JUDGE:
        return False
    named = [c for c in verb.rights if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")]
    return bool(named) and any(c.i < named[0].i and c.dep_ in OBJECTS for c in verb.rights)


def clause_contents(verb: Token, verbs: frozenset[int]) -> Iterator[TokenRange]:
    """Yield the pieces of the clause that a speech verb reports; it may stand around the verb."""
    behind = None if children(verb, "ccomp") else _behind_that(verb, verbs)
    if behind is not None:
        yield tidied(verb.doc, behind)
        return
    for piece in _pieces(verb, verbs):
        end = _before_next_statement(verb.doc, piece, verbs)
        content = tidied(verb.doc, TokenRange(piece[0], end))
        if content.end - content.start >= MIN_WORDS:
            yield content


def _pieces(verb: Token, verbs: frozenset[int]) -> list[list[int]]:
    """Return the tokens of the clause before and behind the verb, where they are clauses."""
    heads = _clauses(verb, verbs)
    indices = sorted({i for head in heads for i in _clause_tokens(head, verb, verbs)})
    before = [i for i in indices if i < verb.i]
    after = _behind_times(verb.doc, [i for i in indices if i > verb.i])
    if any(verb.doc[i].is_quote for i in before):
        after = []
    if [verb.doc[i].lower_ for i in before] == ["what"]:
        return []  # "what he called a mistake" names a thing
    pieces = [before, after]
    if not before and after and _is_behind_front(verb):
        pieces = [[verb.sent.start, *after]]
    if before and after and _is_thrown_in(verb, before) and not _is_clause(heads, after):
        pieces = [[*before, *after]]
    return [p for p in pieces if any(h.i in p for h in heads) or _is_clause(heads, p)]


def _is_behind_front(verb: Token) -> bool:
    """Tell whether commas set "she said" off: "In Elm, she said, it is"."""
    following = verb.doc[verb.i + 1 : verb.i + 2].text
    subjects = children(verb, "nsubj")
    start = min([verb.i, *(t.i for s in subjects for t in s.subtree if t.i < verb.i)])
    if following != "," or start - 1 <= verb.sent.start or verb.doc[start - 1].text != ",":
        return False
    return not any(t.is_quote for t in verb.doc[verb.sent.start : verb.i])


def _is_thrown_in(verb: Token, before: Sequence[int]) -> bool:
    """Tell whether commas set "she said" off: "Those on leave, she said, may vote"."""
    if any(t.is_quote for t in verb.doc[max(0, before[0] - 1) : verb.i]):
        return False
    following = verb.doc[verb.i + 1 : verb.i + 2].text
    return following in SEPARATORS and verb.doc[before[-1] + 1].text in SEPARATORS


def _clauses(verb: Token, verbs: frozenset[int]) -> list[Token]:
    """Return the heads of what is reported; the parser may have split it."""
    heads = [c for c in verb.children if c.dep_ == "ccomp"]
    heads = heads or [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG"]
    if not heads and (verb.dep_ == "parataxis" or _comments(verb)):
        return [verb.head]
    if not heads:
        mistaken = _mistaken_object(verb)
        heads = [] if mistaken is None else [mistaken]
    if heads and heads[0].i > verb.i:
        second = (c for c in verb.rights if c.i not in verbs)
        heads += [c for c in second if _is_second_half(c, heads[0])]
    return heads


def _comments(verb: Token) -> bool:
    """Tell whether it gives its main clause to somebody: "as Bee noted, it is late"."""
    if verb.dep_ != "advcl" or verb.head.pos_ not in VERBS or children(verb, *COMPLEMENTS):
        return False
    return verb.left_edge.lower_ == "as" and bool(children(verb, "nsubj"))


def _behind_that(verb: Token, verbs: frozenset[int]) -> TokenRange | None:
    """Return the rest of the sentence behind "that", where the parser hung the clause elsewhere."""
    end = min(verb.sent.end, verb.i + MAX_DISTANCE_TO_THAT)
    for token in verb.doc[verb.i + 1 : end]:
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > token.i:
            piece = range(token.i + 1, verb.sent.end)
            ends = (i for i in piece if _opens_circumstance(verb.doc[i]))
            limit = _before_next_statement(verb.doc, piece, verbs)
            return TokenRange(piece[0], min((limit, *ends)))
        if token.pos_ in {"VERB", "AUX"}:
            return None
    return None


def _opens_circumstance(token: Token) -> bool:
    return token.lower_ in CIRCUMSTANCES and is_set_off(token)


def _mistaken_object(verb: Token) -> Token | None:
    """Return the head of a clause that was read as an object with a modifier.

    "said the plan aimed to help" has no "plan aimed at"; "told the paper he had left" has no
    relative clause.
    """
    for noun in children(verb, "dobj", "dative"):
        for child in noun.rights:
            if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"} and verb.lemma_ != "tell":
                return noun
            if child.dep_ == "relcl" and _has_own_subject(child):
                return child
    return None


def _has_own_subject(clause: Token) -> bool:
    subjects = children(clause, "nsubj")
    opening = clause.doc[clause.left_edge.i : clause.i]
    opened = any(t.lower_ in RELATIVES | {"that"} for t in opening)
    return bool(subjects) and not opened and subjects[0].pos_ == "PRON"


def _is_second_half(child: Token, clause: Token) -> bool:
    """Tell whether a verb coordinated with the announcing one goes on with what was said.

    It has its own "that", a pronoun for subject, or no subject and a modal ("but may wait").
    """
    if child.dep_ != "conj" or child.i < clause.i:
        return False
    if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.lefts):
        return True
    subjects = children(child, *NOUN_SUBJECTS)
    if subjects:
        return subjects[0].lower_ in {"it", "they", "he", "she", "we", "there"}
    return any(c.tag_ == "MD" for c in child.lefts)


def _clause_tokens(clause: Token, verb: Token, verbs: frozenset[int]) -> set[int]:
    """Return the tokens of the clause, those of announcing words left out.

    Another statement that is coordinated or added ("… and charged that") is not a part of it.
    """
    outside: set[int] = set()
    if clause.is_ancestor(verb):
        outside = {t.i for t in verb.subtree}
    for token in clause.subtree:
        added = token.i in verbs and _is_added(token, clause)
        if token.i not in outside and (added or _is_circumstance(token, clause)):
            # What follows belongs to the other statement, too, wherever the parser hung it.
            outside |= set(range(token.left_edge.i, verb.sent.end))
    found = {t.i for t in clause.subtree} - outside
    found |= _mistaken_subject(clause, verb)
    sentence = verb.sent
    return {i for i in found if sentence.start <= i < sentence.end and not verb.doc[i].is_space}


def _mistaken_subject(clause: Token, verb: Token) -> set[int]:
    """Return the subject of a clause without one: "alleged | the vote | was bought"."""
    if clause.i < verb.i or children(clause, "mark", *SUBJECTS):
        return set()
    nouns = [n for n in children(verb, "dobj") if verb.i < n.i < clause.i]
    return {t.i for n in nouns for t in n.subtree}


def _is_added(token: Token, clause: Token) -> bool:
    if token.i <= clause.i:
        return False
    if token.dep_ == "conj":
        return token.head.i == clause.i or token.head.lemma_ == clause.head.lemma_
    return token.dep_ == "advcl" and token.head.i == clause.i and is_set_off(token.left_edge)


def _is_circumstance(token: Token, clause: Token) -> bool:
    """Tell whether a clause behind a comma is the narrator's: "…, as the talks went on"."""
    if token.dep_ not in {"advcl", "prep"} or token.head.i != clause.i or token.i < clause.i:
        return False
    return token.left_edge.lower_ in CIRCUMSTANCES and is_set_off(token.left_edge)


def _behind_times(doc: Doc, piece: list[int]) -> list[int]:
    """Leave out when it was said: "said on Friday the boat sank"."""
    start = 0
    while start < len(piece) and (
        doc[piece[start]].ent_type_ in TIMES
        or (doc[piece[start]].dep_ == "prep" and doc[piece[start]].nbor().ent_type_ in TIMES)
    ):
        start += 1
    if not 0 < start < len(piece) or doc[piece[start - 1]].dep_ in PARTS_OF_NAMES:
        return piece
    return piece[start:]


def _is_clause(heads: Iterable[Token], piece: Sequence[int]) -> bool:
    """Tell whether a piece on the verb's other side is coordinated and has a subject of its own."""
    return any(c.i in piece and children(c, *NOUN_SUBJECTS) for h in heads for c in h.conjuncts)


def _before_next_statement(doc: Doc, piece: Sequence[int], verbs: frozenset[int]) -> int:
    """Return the end of a piece, before "and warned that" and its like."""
    for i in piece[MIN_WORDS:]:
        if i in verbs and doc[i - 1].dep_ == "cc" and not children(doc[i], *SUBJECTS):
            return i - 1
        if i in verbs and doc[i - 1].text in DASHES and _stands_free(doc[i - 1]):
            return i - 1
        if (i in verbs or doc[i].lower_ in ADDING) and doc[i].tag_ == "VBG" and is_set_off(doc[i]):
            return i
    return piece[-1] + 1


def _clause_of_feeling(verb: Token, verbs: frozenset[int]) -> TokenRange | None:
    """Return the clause behind the noun: "voiced concern that the dam leaks"."""
    nouns = children(verb, "dobj")
    for clause in (c for noun in nouns for c in noun.children if c.dep_ in {"acl", "ccomp"}):
        if any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
            tokens = _clause_tokens(clause, verb, verbs)
            if len(tokens) < MIN_WORDS:
                return None
            return tidied(verb.doc, TokenRange(min(tokens), max(tokens) + 1))
    pieces = list(clause_contents(verb, verbs))
    return pieces[0] if pieces else None


def verb_phrase_content(verb: Token, verbs: frozenset[int]) -> TokenRange:
    """Return the phrase from the verb to the end of what it governs.

    It stops before another statement that is coordinated or added, and before a relative clause
    behind a comma.
    """
    end = verb.i + 1
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}:
            break
        if child.dep_ in {"advcl", "ccomp"} and is_set_off(child.left_edge):
            break
        if child.dep_ == "advcl" and child.left_edge.lower_ in CIRCUMSTANCES:
            break
        end = max(end, child.right_edge.i + 1)
    end = min(end, verb.sent.end)
    return tidied(verb.doc, TokenRange(verb.i, _before_addition(verb, end, verbs)))


def is_set_off(token: Token) -> bool:
    """Tell whether a comma or dash stands before the token, quotation marks left aside."""
    i = token.i - 1
    while i > 0 and token.doc[i].is_quote:
        i -= 1
    if i < 0 or token.doc[i].text not in SEPARATORS:
        return False
    return token.doc[i].text != "-" or _stands_free(token.doc[i])


def _stands_free(dash: Token) -> bool:
    """Tell a dash from the hyphen of "court-ordered"."""
    return dash.i == 0 or bool(dash.nbor(-1).whitespace_)


def _before_addition(verb: Token, end: int, verbs: frozenset[int]) -> int:
    for token in verb.doc[verb.i + 2 : end]:
        if is_set_off(token) and (token.lower_ in RELATIVES | ADDING or token.i in verbs):
            return token.i
        if token.i in verbs and token.nbor(-1).dep_ == "cc":
            return token.i - 1
    return end


def tidied(doc: Doc, content: TokenRange) -> TokenRange:
    """Cut marks of subordination, punctuation and white space at both ends."""
    start, end = content
    while start < end and _is_left_over(doc[start]):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in SEPARATORS | {"."}):
        end -= 1
    if end - start > 1 and doc[end - 1].dep_ == "cc":
        end -= 1
    return TokenRange(start, end)


def _is_left_over(token: Token) -> bool:
    if token.is_space or token.text in SEPARATORS or token.dep_ == "cc":
        return True
    return token.dep_ in {"mark", "advmod"} and token.lower_ in MARKS
