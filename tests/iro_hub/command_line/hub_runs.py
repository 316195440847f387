"""`iro-hub` as it is run, in this process, and what it said."""

import contextlib
import io
from dataclasses import dataclass

from iro_hub.command_line.run import run


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    def is_refused(self, *words: str) -> bool:
        """Whether it said in a sentence why not, and nothing else."""
        assert self.code == 1, self
        assert "Traceback" not in self.err
        assert self.out == ""
        return all(word in self.err for word in words)

    @property
    def done(self) -> str:
        """What it printed, where it went well."""
        assert self.code == 0, self
        return self.out.strip()


def hub(*words: object) -> Ran:
    """Run a command. Wrong usage ends as argparse ends it."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = run([str(word) for word in words])
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Ran(code, out.getvalue(), err.getvalue())
