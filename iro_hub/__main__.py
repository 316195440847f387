"""Start: arguments in, exit code out."""

import sys

from iro_hub.command_line.run import run


def main() -> int:
    """What the command `iro-hub` calls."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
