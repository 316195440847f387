"""Measure everything; say each figure, its limit, and the one as a share of the other."""

import sys

from benches import hub, importing, opening, plain_words, reckoning, saving, starting, writing


def main() -> int:
    """Exit code 1 where anything is over its limit."""
    over = 0
    sys.stdout.write(f"{'':34}{'figure':>10}{'limit':>10}{'ratio':>8}\n")
    for bench in (starting, saving, opening, reckoning, writing, plain_words, importing, hub):
        for figure in bench.figures():
            slow = figure.ratio > 1
            over += slow
            sys.stdout.write(
                f"{figure.what:34}{figure.value:8.2f} {figure.unit:2}{figure.limit:7.1f} "
                f"{figure.unit:2}{figure.ratio:7.2f}{'  over' if slow else ''}\n"
            )
            sys.stdout.flush()
    for line in writing.side_by_side():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return bool(over)


if __name__ == "__main__":
    sys.exit(main())
