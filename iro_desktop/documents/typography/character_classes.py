"""A property of every character, read from a table in `resources/unicode`."""

from bisect import bisect_right

from iro_desktop import paths

# From here on come 64 letters that mean nothing in a regular expression.
_FIRST_LETTER = ord("À")


class CharacterClasses(dict[int, str]):
    """One letter for each character, for `str.translate`; learnt when the character is first met.

    A table's line says which class begins at which code point.
    """

    def __init__(self, table: str) -> None:
        super().__init__()
        text = (paths.resources() / "unicode" / table).read_text(encoding="ascii")
        self.source, *lines = text.splitlines()
        pairs = [line.split() for line in lines]
        self._starts = [int(start, 16) for start, _name in pairs]
        names = sorted({name for _start, name in pairs})
        self._letters = {name: chr(_FIRST_LETTER + index) for index, name in enumerate(names)}
        self._found = [self._letters[name] for _start, name in pairs]

    def __missing__(self, code: int) -> str:
        letter = self._found[bisect_right(self._starts, code) - 1]
        self[code] = letter
        return letter

    @property
    def letters(self) -> dict[str, str]:
        """The letter of each class."""
        return self._letters

    @property
    def unicode_version(self) -> str:
        """Of which version of Unicode the table is."""
        return self.source.split()[2].rstrip(",")
