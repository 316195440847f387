"""Start: arguments in, exit code out."""

import sys

from iro_desktop.bootstrap import main as run


def main() -> int:
    """What the command `iro-desktop` calls."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
