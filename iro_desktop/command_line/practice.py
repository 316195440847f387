"""Commands about practice packs: check one. Needs no store."""

import argparse
import sys

from iro_desktop.command_line.means import Means
from iro_desktop.i18n import tr
from iro_desktop.services.practice import faults_of


def check(said: argparse.Namespace, means: Means) -> int:
    """Say everything that is wrong with a council's practice pack."""
    lines = faults_of(said.file)
    for line in lines:
        sys.stderr.write(f"{line}\n")
    if not lines:
        sys.stdout.write(tr("{file}: nothing is wrong with it.", file=said.file.name) + "\n")
    return 1 if lines else 0
