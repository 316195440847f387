"""What stands for a child or a review in a file that leaves the laptop: never a name or a number.

An id that was made here is random, and its beginning can be shown. One that comes of a council's
return is derived from the council's own number, which could be guessed back from it: such a one is
hashed first, with a key that never leaves the store.
"""

import hashlib
import hmac
import secrets
import uuid

from iro_desktop.domain.child import Child
from iro_desktop.domain.review import Origin, Review
from iro_desktop.services.ports import UnitOfWorkFactory

_SETTING = "reference_key"
_LENGTH = 8


class References:
    """The references of one store, the same each time."""

    def __init__(self, key: str) -> None:
        self._key = bytes.fromhex(key)

    def of(self, child: Child, review: Review | None) -> str:
        """Eight characters for the review, or for the child where there is no review yet.

        A review's are those that its minutes bear.
        """
        if review is None:
            return self._hashed(child.id)[:_LENGTH].upper()
        made_here = review.origin is Origin.LAPTOP
        return (review.id if made_here else self._hashed(review.id))[:_LENGTH].upper()

    def uid(self, *keys: str) -> str:
        """A name for the calendars of others, which tells nobody what it was made from."""
        return str(uuid.UUID(hex=self._hashed(*keys)[:32]))

    def _hashed(self, *keys: str) -> str:
        return hmac.new(self._key, "\x1f".join(keys).encode(), hashlib.sha256).hexdigest()


def references(uow_factory: UnitOfWorkFactory) -> References:
    """The references of this store; its key is made when first asked for."""
    with uow_factory() as uow:
        key = uow.settings.get(_SETTING)
        if not key:
            key = secrets.token_hex(32)
            uow.settings.set(_SETTING, key)
    return References(key)
