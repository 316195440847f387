"""A list of words from a file that people write: read whole, or every fault at its line."""

from pathlib import Path

from iro_desktop.plain_words.faults import WordListFault
from iro_desktop.plain_words.running_text import tokens
from iro_desktop.plain_words.word_list import Kind, Term, WordList
from iro_desktop.problems import Problem
from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.keys import Keys, keys_of, word_of
from iro_desktop.source_files.tree import Node, Scalar, Spot
from iro_desktop.source_files.yaml_reader import read_text, tree_of

_Seen = dict[tuple[str, ...], int]


def read_word_list(text: str, source: str) -> tuple[WordList | None, tuple[Problem, ...]]:
    """A council's list, or every problem with it where any of it cannot be taken."""
    return _read(text, Faults(source), has_owner=True)


def read_starter_list(path: Path) -> tuple[WordList | None, tuple[Problem, ...]]:
    """The list that the program brings, which is nobody's own."""
    faults = Faults(path.name)
    text = read_text(path, faults)
    if text is None:
        return None, faults.in_order()
    return _read(text, faults, has_owner=False)


def _read(
    text: str, faults: Faults, *, has_owner: bool
) -> tuple[WordList | None, tuple[Problem, ...]]:
    tree = tree_of(text, faults)
    keys = None if tree is None else keys_of(tree, "list of words", faults)
    if keys is None:
        return None, faults.in_order()
    owner = keys.text("council", required=True) if has_owner else ""
    seen: _Seen = {}
    found = [_term(node, seen, faults) for node in keys.entries("words")]
    read = WordList(
        owner,
        tuple(term for term in found if term is not None),
        _texts(keys, "allow", faults),
        _texts(keys, "familiar", faults),
        _texts(keys, "spelling", faults),
    )
    keys.done()
    if not (faults or read.terms or read.allowed or read.familiar or read.spellings):
        faults.add(WordListFault.NOTHING_IN_THE_LIST, keys.spot)
    return (None, faults.in_order()) if faults else (read, ())


def _term(node: Node, seen: _Seen, faults: Faults) -> Term | None:
    keys = keys_of(node, "word", faults)
    if keys is None:
        return None
    word = keys.text("word", required=True)
    forms = (word, *_texts(keys, "also", faults))
    spot = keys.spot_of("word")
    kind = _kind(keys, faults)
    term = Term(
        forms,
        kind,
        _texts(keys, "offer", faults),
        keys.text("why"),
        _texts(keys, "unless", faults),
    )
    keys.done()
    if not word:
        return None
    _check(term, spot, seen, faults)
    return term


def _kind(keys: Keys, faults: Faults) -> Kind:
    node = keys.node("kind")
    found = None if node is None else word_of(node, Kind, "kind of word", faults)
    return found or Kind.JARGON


def _check(term: Term, spot: Spot, seen: _Seen, faults: Faults) -> None:
    words = [tokens(form) for form in term.forms]
    for form, parts in zip(term.forms, words, strict=True):
        if not parts:
            faults.add(WordListFault.NO_WORD_IN_IT, spot, form)
        elif parts in seen:
            faults.add(WordListFault.WORD_TWICE, spot, form, line=str(seen[parts]))
        else:
            seen[parts] = spot.line
    for longer in term.unless:
        if not any(_holds(tokens(longer), parts) for parts in words):
            faults.add(WordListFault.NOT_ITSELF, spot, longer, word=term.forms[0])
    if not term.offers and not term.why:
        faults.add(WordListFault.NOTHING_TO_OFFER, spot, term.forms[0])
    for offer in term.offers:
        if tokens(offer) in words:
            faults.add(WordListFault.OFFERS_ITSELF, spot, offer)


def _holds(longer: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    size = len(parts)
    runs = (longer[at : at + size] for at in range(len(longer) - size + 1))
    return len(longer) > size and parts in runs


def _texts(keys: Keys, key: str, faults: Faults) -> tuple[str, ...]:
    found = []
    for node in keys.entries(key):
        if isinstance(node, Scalar) and node.text.strip():
            found.append(node.text.strip())
        else:
            faults.add(SourceFault.NOT_TEXT, node.spot, key)
    return tuple(found)
