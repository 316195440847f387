"""Start the demonstration. Exit 0 once it ended; 1 with a sentence where it could not begin."""

from __future__ import annotations

import argparse
import signal
import sys

from iro_hub.faults import HubFault
from workbench.hub_demo.story import tell


def main() -> int:
    """What `make hub-demo` calls."""
    parser = argparse.ArgumentParser(prog="make hub-demo")
    parser.add_argument(
        "--headless", action="store_true", help="end once all is told; so without a terminal"
    )
    parser.add_argument(
        "--children", type=int, default=63, metavar="N", help="how many made-up children (63)"
    )
    said = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # then, too, all is put away
    try:
        tell(most_children=max(2, said.children), stays=not said.headless and sys.stdin.isatty())
    except HubFault as fault:
        sys.stderr.write(f"{fault.sentence}\n")
        return 1
    except KeyboardInterrupt:
        sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
