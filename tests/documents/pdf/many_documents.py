"""Write many random documents and let both validators look at every one: `make documents`.

Takes a minute or two; the tests look at fewer. Says how many conform, and keeps those that do not.
"""

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parents[2])]

# What is imported below stands in these folders, which are no packages.
# ruff: noqa: E402
from conformance import PROFILES, faults, verapdf_faults, why_no_verapdf
from document_samples import ANY_TEXT, any_document
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from spoken_samples import SAMPLES

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.pdf import write_pdf
from iro_desktop.i18n.languages import LANGUAGES

TEXT = st.one_of(
    ANY_TEXT,
    st.sampled_from(
        [words for sample in SAMPLES.values() for words in (sample.quoted, sample.long)]
    ),
)


def main(count: int = 200) -> int:
    """Exit code 1 where any document does not conform."""
    folder = Path(mkdtemp(prefix="made-up-documents-"))
    files: list[Path] = []

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(document=any_document(TEXT), language=st.sampled_from(sorted(SAMPLES)))
    def write_one(document: Document, language: str) -> None:
        backwards = LANGUAGES[language].right_to_left
        spoken = replace(document, language=language, right_to_left=backwards)
        files.append(folder / f"{len(files)}.pdf")
        files[-1].write_bytes(write_pdf(spoken)[0])

    write_one()
    found = {file.name: faults(file) for file in files}
    missing = why_no_verapdf()
    if missing:
        sys.stdout.write(f"Without veraPDF: {missing}\n")
    for profile in () if missing else PROFILES:
        for name, more in verapdf_faults(files, profile).items():
            found[name] += more
    bad = {name: faulty for name, faulty in found.items() if faulty}
    for name, faulty in bad.items():
        sys.stdout.write(f"{folder / name}\n" + "".join(f"  {fault}\n" for fault in faulty))
    for file in files:
        if file.name not in bad:
            file.unlink()
    sys.stdout.write(f"{len(files) - len(bad)} of {len(files)} documents conform.\n")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
