"""A fault of the record, in one line: where, and what."""

from iro_hub.database.checks import Fault


def in_words(fault: Fault) -> str:
    """Such as: child 8d48…, number 12: A number is missing."""
    where = ", ".join(
        words
        for words in (
            f"child {fault.child}" if fault.child else "",
            f"number {fault.seq}" if fault.seq else "",
        )
        if words
    )
    return f"{where or 'the database'}: {fault.what}"
