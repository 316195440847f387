"""Which of its revisions a thing stands at.

Parents decide, never the order of coming. Where two laptops went on from the same revision a thing
has several leaves, until someone merges them. What a closing sealed, or a signature fixed, stands
whatever came after it.
"""

from collections.abc import Iterable, Mapping, Sequence

from iro_desktop.domain.closing_seal import may_follow
from iro_desktop.services.history_port import Revision


def leaves_of(revisions: Iterable[Revision]) -> list[Revision]:
    """Those that no other came from."""
    given = list(revisions)
    parents = {parent for each in given for parent in each.parents}
    return [each for each in given if each.id not in parents] or given


def newest_of(revisions: Iterable[Revision]) -> Revision:
    """The leaf that was made last, and by its id where the moment is the same.

    So every laptop names the same.
    """
    return max(leaves_of(revisions), key=_age)


def standing_of(revisions: Sequence[Revision], device: str | None) -> Revision:
    """Where a thing stands on this device: at its own newest leaf, else at the newest of all.

    What one typed oneself stays on one's screen until the two versions are brought together.
    Without a device it is the newest of all.
    """
    leaves = leaves_of(revisions)
    own = [leaf for leaf in leaves if device and leaf.device == device]
    return max(own or leaves, key=_age)


def standing_under_seal(
    revisions: Sequence[Revision], head: str, device: str | None
) -> Revision | None:
    """Where a thing stands that was sealed at `head`; None while that one is not held here.

    From there it moves only with what leaves it as it was closed, or may be noted after closing,
    merges like any other: two parents are no leave to change a closed record.
    """
    by_id = {each.id: each for each in revisions}
    if head not in by_id:
        return None
    standing = {head}
    while True:  # parents may have come after their children
        more = {
            each.id
            for each in revisions
            if each.id not in standing and _goes_on_from(each, standing, by_id)
        }
        if not more:
            return standing_of([by_id[name] for name in standing], device)
        standing |= more


def _goes_on_from(each: Revision, standing: set[str], by_id: Mapping[str, Revision]) -> bool:
    before = [by_id[parent] for parent in each.parents if parent in standing]
    if not before:
        return False
    is_same_sight = each.withdrawn == before[0].withdrawn
    return is_same_sight and may_follow(each.kind, before[0].fields, each.fields)


def _age(revision: Revision) -> tuple[object, str]:
    return (revision.made_at, revision.id)
