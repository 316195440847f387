"""What people write on three laptops: offline, over another's words, in newer programs, by file."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule
from three_laptops import LAPTOPS, World
from three_laptops_agreeing import settle_all
from three_laptops_things import TODAY, a_decision, things_of, with_word

from iro_desktop.domain.document_versions import DocumentVersion, digest_of
from iro_desktop.domain.identifiers import new_id
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.review import Review
from iro_desktop.services.closing_review import put_addendum
from iro_desktop.services.faults import KnownFault, RecordDiffers
from iro_desktop.services.history_port import Revision
from iro_desktop.services.portable_reading import read_record
from iro_desktop.services.portable_records import export_record, import_record
from iro_desktop.services.ports import Sight
from iro_desktop.services.syncing.conflicts import open_conflicts
from iro_desktop.store.standing import standing_of
from laptops_for_tests import MadeUpLaptop, a_review

THINGS = st.integers(0, 40)
PLACES = st.sampled_from(["first", "last"])
_MOST_THINGS = 24
NEWER_FIELD = "said_to_be"
"""What only a newer program knows of a thing."""


class Writing(World):
    """Whatever people may do to the record."""

    @rule(which=LAPTOPS, thing=THINGS, place=PLACES)
    def write(self, which: int, thing: int, place: str) -> None:
        """Someone writes, offline, a word that nobody wrote before."""
        word = self.word()
        with self.on(which) as laptop:
            stands = laptop.find(self.thing(thing))
            if stands is not None:
                laptop.put(with_word(stands, word, at_end=place == "last"))

    @rule(which=LAPTOPS, thing=THINGS, place=PLACES)
    def write_over_a_round(self, which: int, thing: int, place: str) -> None:
        """A round comes in while someone types, and their screen does not show yet what it said."""
        word = self.word()
        with self.on(which) as laptop:
            shown = laptop.find(self.thing(thing))
            with laptop.uow() as uow:
                sight = Sight(uow.history.newest())
            self.round(which)
            if shown is not None and laptop.find(self.child) is not None:
                laptop.put(with_word(shown, word, at_end=place == "last"), sight=sight)

    @rule(which=LAPTOPS, thing=THINGS)
    def write_in_a_newer_program(self, which: int, thing: int) -> None:
        """Someone's program knows a field of a thing that the others do not."""
        word = self.word()
        with self.on(which) as laptop:
            stands = laptop.find(self.thing(thing))
            if stands is not None and not _is_fixed(laptop, stands):
                laptop.clock.advance(120)
                _keep_with_more(laptop, stands.id, word)

    @rule(which=LAPTOPS, thing=THINGS)
    def take_away(self, which: int, thing: int) -> None:
        """Someone takes a thing away: never the child or a review."""
        with self.on(which) as laptop:
            stands = laptop.find(self.thing(thing))
            if (
                stands is not None
                and hasattr(stands, "child_id")
                and not isinstance(stands, Review)
            ):
                laptop.withdraw(stands)

    @rule(which=LAPTOPS, thing=THINGS, position=st.integers(0, 3))
    def add_or_move(self, which: int, thing: int, position: int) -> None:
        """Someone adds to the list of decisions, or moves what is in one."""
        with self.on(which) as laptop:
            stands = laptop.find(self.thing(thing))
            if hasattr(stands, "position"):
                laptop.put(replace(stands, position=position))
            elif laptop.find(self.review) is not None and len(self.things) < _MOST_THINGS:
                added = a_decision(self.review, position)
                laptop.put(added)
                self.things.append(added)

    @rule(which=LAPTOPS, thing=THINGS)
    def draw(self, which: int, thing: int) -> None:
        """Another picture takes the place of one: too long to travel but as a file."""
        word = self.word()
        with self.on(which) as laptop:
            stands = laptop.find(self.thing(thing))
            if isinstance(stands, KeptPicture):
                laptop.put(replace(stands, image=word + "A" * 40_000))

    @rule(which=LAPTOPS)
    def sign(self, which: int) -> None:
        """Someone signs the letter as it stands on their laptop."""
        with self.on(which) as laptop:
            for thing in self.things:
                stands = laptop.find(thing)
                if isinstance(stands, DocumentVersion) and not stands.is_signed:
                    laptop.put(
                        replace(
                            stands,
                            checked_on=TODAY,
                            signed_at=laptop.clock.now(),
                            signed_by="An IRO",
                            digest=digest_of(stands.content),
                        )
                    )

    @rule(which=LAPTOPS)
    def close_a_review(self, which: int) -> None:
        """Someone closes the review, with what their laptop knows."""
        with self.on(which) as laptop:
            stands = laptop.find(self.review)
            if stands is not None and not stands.is_fixed:
                self.close(laptop, stands, TODAY)

    @rule(which=LAPTOPS, is_past=st.booleans())
    def add_to_what_is_closed(self, which: int, *, is_past: bool) -> None:
        """Someone adds to a closed record."""
        word = self.word()
        with self.on(which) as laptop:
            stands = laptop.find(self.past if is_past else self.review)
            if stands is not None and stands.is_closed and len(self.things) < _MOST_THINGS:
                laptop.clock.advance(120)
                with laptop.uow() as uow:
                    self.things.append(put_addendum(uow, stands, word, laptop.clock))

    @rule(which=LAPTOPS, to=LAPTOPS)
    def begin_a_review_and_carry_it(self, which: int, to: int) -> None:
        """A review is begun, and its file carried to another laptop by hand."""
        with self.on(which) as laptop:
            if laptop.find(self.child) is None or len(self.things) >= _MOST_THINGS:
                return
            review = a_review(self.child, form="cla-review", form_version=2)
            made: list[Any] = [review, things_of(review)[1]]
            laptop.put(*made)
            self.things.extend(made)
        self._carry(which, to, review)

    @rule(which=LAPTOPS, to=LAPTOPS, thing=THINGS)
    def carry_a_record(self, which: int, to: int, thing: int) -> None:
        """A review's file is carried from laptop to laptop, whatever is disputed in it."""
        reviews = [each for each in self.things if isinstance(each, Review)]
        review = reviews[thing % len(reviews)]
        if self.laptops[which].find(review) is not None:
            self._carry(which, to, review)

    def _carry(self, which: int, to: int, review: Review) -> None:
        if not self.reads(to) or which == to:
            return
        file = self.folder / f"record-{next(self.numbers)}.json"
        with suppress(KnownFault):
            file.write_bytes(export_record(self.laptops[which].uow, review.id))
        if file.exists():
            with suppress(RecordDiffers):
                import_record(self.laptops[to].uow, read_record(file))
        self.note(which)
        self.note(to)

    @rule(which=LAPTOPS, side=st.integers(0, 1))
    def decide(self, which: int, side: int) -> None:
        """A person settles what they are asked, one way or the other."""
        with self.on(which) as laptop:
            if open_conflicts(laptop.uow):
                settle_all(laptop, side)
        known = {thing.id for thing in self.things}
        with self.laptops[which].uow() as uow:
            self.things.extend(each for each in uow.addenda.all() if each.id not in known)


def _is_fixed(laptop: MadeUpLaptop, thing: Any) -> bool:
    review = thing if isinstance(thing, Review) else None
    with laptop.uow() as uow:
        review = review or uow.reviews.find(getattr(thing, "review_id", ""))
    is_signed = isinstance(thing, DocumentVersion) and thing.is_signed
    return is_signed or (review is not None and review.is_fixed)


def _keep_with_more(laptop: MadeUpLaptop, entity: str, word: str) -> None:
    """As a newer program keeps a thing: with a field that this one has never heard of."""
    device = laptop.setting("device")
    with laptop.uow() as uow:
        stands = standing_of(uow.history.of_entity(entity), device)
        more = Revision(
            id=new_id(),
            child=stands.child,
            review=stands.review,
            entity=entity,
            kind=stands.kind,
            parents=(stands.id,),
            author=uow.settings.get("hub_author") or uow.settings.get("iro_name"),
            device=device,
            made_at=laptop.clock.now(),
            fields={**stands.fields, NEWER_FIELD: f"{stands.fields.get(NEWER_FIELD, '')} {word}"},
        )
        uow.ledger.add_merge(more, is_automatic=False)
