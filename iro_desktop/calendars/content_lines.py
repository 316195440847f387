"""Only those lines of a calendar file that say when: nothing else is ever parsed, let alone kept.

Summaries, places, attendees and notes are other people's. Time zones are known here by name, so a
file's own rules for them are passed over too: some of them have been found to loop for ever.
"""

import re
from collections.abc import Iterator

from iro_desktop.calendars.refusals import CalendarRefused, Refusal

LARGEST = 20 * 1024 * 1024
MOST_LINES = 200_000

_FOLD = re.compile(r"(?:\r\n|\r|\n)[ \t]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_NAME = re.compile(r"[A-Za-z0-9-]+")
_WHEN = {
    "VEVENT": frozenset(
        {
            *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE"),
            *("RECURRENCE-ID", "UID", "STATUS", "TRANSP"),
        }
    ),
    "VFREEBUSY": frozenset({"FREEBUSY"}),
}


def lines_that_say_when(content: bytes) -> list[str]:
    """The lines of events and free/busy parts that are needed, unfolded, in their order.

    Raises:
        CalendarRefused: the file is too large, or no calendar.
    """
    if len(content) > LARGEST:
        raise CalendarRefused(Refusal.TOO_LARGE)
    text = _FOLD.sub("", content.decode("utf-8-sig", "replace"))
    lines = _LINE_END.split(text.strip())
    if lines[0].strip().upper() != "BEGIN:VCALENDAR":
        raise CalendarRefused(Refusal.NOT_A_CALENDAR)
    kept: list[str] = []
    for line in _when(lines):
        kept.append(line)
        if len(kept) > MOST_LINES:
            raise CalendarRefused(Refusal.TOO_LARGE)
    return kept


def _when(lines: list[str]) -> Iterator[str]:
    """What stands right inside an event or a free/busy part: an alarm in one has other days."""
    inside = ""
    deeper = 0
    for line in lines:
        name = _name(line)
        part = line.partition(":")[2].strip().upper()
        if name == "BEGIN":
            if inside:
                deeper += 1
            elif part in _WHEN:
                inside = part
                yield f"BEGIN:{part}"
        elif name == "END" and inside:
            if deeper:
                deeper -= 1
            else:
                yield f"END:{inside}"
                inside = ""
        elif inside and not deeper and name in _WHEN[inside]:
            yield line
    if inside:
        yield f"END:{inside}"


def _name(line: str) -> str:
    found = _NAME.match(line)
    return found[0].upper() if found else ""
