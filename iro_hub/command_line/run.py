"""Do what the command line asks. Results go to standard output, refusals to standard error."""

import io
import os
import sys
from collections.abc import Sequence

from iro_hub.command_line import arguments
from iro_hub.faults import HubFault

REFUSED = 1


def run(argv: Sequence[str]) -> int:
    """Do one command. Returns the exit code: 0 done, 1 refused with a sentence, 2 wrong usage."""
    _speak_utf8()
    said = arguments.parser().parse_args(argv)
    from iro_hub.command_line.commands import command_of  # noqa: PLC0415 - not for wrong usage
    from iro_hub.database.servers import said_in_words  # noqa: PLC0415 - as above

    try:
        with said_in_words():
            code = command_of(said.command)(said)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _stop_writing()
    except HubFault as fault:
        sys.stderr.write(f"{fault.sentence}\n")
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
