"""Several things as a list in a sentence, with the word for “and” that the next word asks for."""

from babel.lists import format_list

_WELSH_VOWELS = frozenset("aâáàeêéèiîíìoôóòuûúùwŵẃẁyŷýỳ")


def join(items: list[str], locale: str) -> str:
    """The items as the language lists them; `locale` is as Babel writes it."""
    if locale == "cy":
        return _in_welsh(items)
    listed = format_list(items, locale=locale)
    if locale == "es" and len(items) > 1 and _starts_like_i(items[-1]):
        before = listed.removesuffix(f"y {items[-1]}")
        return f"{before}e {items[-1]}"
    return listed


def _in_welsh(items: list[str]) -> str:
    # Unicode's own pattern leaves the choice to the reader: "a(c)".
    if len(items) < 2:  # noqa: PLR2004
        return "".join(items)
    *first, last = items
    word = "ac" if last[:1].casefold() in _WELSH_VOWELS else "a"
    return f"{', '.join(first)} {word} {last}"


def _starts_like_i(word: str) -> bool:
    """Whether it sounds like an i at its start, before which Spanish says e and not y."""
    start = word.casefold().removeprefix("h")
    return start[:1] in {"i", "í"} and start[1:2] not in {"a", "e", "o", "á", "é", "ó"}
