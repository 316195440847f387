"""Do what the command line asks. Results go to standard output, refusals to standard error."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from iro_desktop.command_line import arguments, passphrases
from iro_desktop.command_line.means import Means
from iro_desktop.i18n import Translator
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for

DONE, REFUSED = 0, 1


def run(argv: Sequence[str], means: Means) -> int:
    """Do one command. Returns the exit code: 0 done, 1 refused with a sentence, 2 wrong usage."""
    _speak_utf8()
    said = arguments.parser().parse_args(argv)
    try:
        code = _do(said, means)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _stop_writing()
    except KnownFault as fault:
        sys.stderr.write(f"{words_for(fault, Translator())}\n")
    except passphrases.NobodyToAsk as fault:
        sys.stderr.write(f"{fault}\n")
    except KeyboardInterrupt:
        sys.stderr.write("\n")
    return REFUSED


def _speak_utf8() -> None:
    """Names are in any script; what a system takes text to be in otherwise may hold few."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _stop_writing() -> None:
    """Whoever read our output has gone; without this Python complains of it on the way out."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _do(said: Namespace, means: Means) -> int:
    if said.command is None:
        return means.start_application(said.store, None)
    from iro_desktop.command_line.commands import COMMANDS  # noqa: PLC0415 - windows need none

    return COMMANDS[said.command](said, means)
