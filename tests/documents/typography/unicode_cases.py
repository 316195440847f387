"""Unicode's own test files: the whole where Debian's package unicode-data is, else a sample.

The rules are those of one version of Unicode. Where the package is of another, the sample is taken.
"""

from collections.abc import Iterator
from pathlib import Path

DATABASE = Path("/usr/share/unicode")
SAMPLES = Path(__file__).parent / "samples"


def case_lines(file: str, sample: str) -> list[str]:
    """The lines of a test file that are cases, without their comments."""
    ours = (SAMPLES / sample).read_text(encoding="utf-8").splitlines()
    whole = DATABASE / file
    lines = whole.read_text(encoding="utf-8").splitlines() if whole.exists() else ours
    if lines[0] != ours[0]:
        lines = ours
    cases = (line.split("#")[0].strip() for line in lines)
    return [case for case in cases if case]


def divided(file: str, sample: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Texts, and where each is divided, from a file that writes ÷ and × between code points."""
    for line in case_lines(file, sample):
        text = ""
        places = []
        for word in line.split():
            if word == "÷":
                places.append(len(text))
            elif word != "×":
                text += chr(int(word, 16))
        yield text, tuple(place for place in places if 0 < place < len(text))
