"""What holds of merging whatever people write, in whatever order laptops meet."""

import dataclasses
import datetime as dt
import random
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from written_graphs import LONG_AGO, Made, made

from iro_desktop.sync.graph import Graph, canonical
from iro_desktop.sync.merging import AutomaticMerge, Disputed, Merged, automatic_merge, merge
from iro_desktop.sync.rules import Rules

RULES = Rules()
NAMES = ("what", "owner", "kept_words", "kept", "kept_note", "due_on")
SENTENCES = [f"Sentence {number} as it was." for number in range(5)]
WAS: dict[str, object] = {name: f"{name} before" for name in NAMES} | {"what": " ".join(SENTENCES)}

VALUES = st.sampled_from(["one", "two", None])
EDITS = st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=4)


@given(EDITS, EDITS)
def test_that_a_field_one_side_alone_changed_has_that_sides_value(
    our: dict[str, object], their: dict[str, object]
) -> None:
    nodes = [made("r", **WAS), made("a", "r", **{**WAS, **our}), made("b", "r", **{**WAS, **their})]
    found = merge(nodes, ["a", "b"], RULES)
    fields = found.fields if isinstance(found, Merged) else found.merged
    for name, value in fields.items():
        said = {canonical(edits.get(name, WAS[name])) for edits in (our, their)}
        assert canonical(value) in said
        if len(said) > 1:
            assert canonical(value) in {canonical(e[name]) for e in (our, their) if name in e}
    disputed = {each.name for each in found.fields} if isinstance(found, Disputed) else set()
    assert disputed | set(fields) == set(NAMES)
    assert all(our.get(name) != their.get(name) for name in disputed)


@dataclass
class Laptop:
    """A laptop that holds some revisions of one thing."""

    name: str
    held: dict[str, Made | AutomaticMerge] = field(default_factory=dict)
    clock: dt.datetime = LONG_AGO

    def heads(self) -> tuple[str, ...]:
        return Graph(self.held.values()).heads()

    def merge(self) -> Disputed | None:
        """Bring together what it holds, as a round does; what is left to a person."""
        while len(heads := self.heads()) > 1:
            found = automatic_merge(self.held.values(), heads, RULES)
            if isinstance(found, Disputed):
                return found
            known = self.held.get(found.id)
            assert known is None or known == found
            self.held[found.id] = found
        return None

    def write(
        self, serial: int, parents: tuple[str, ...], fields: dict[str, object], *, gone: bool
    ) -> None:
        name = f"{serial:03}-{self.name}"
        new = made(name, *parents, gone=gone, **fields)
        self.held[name] = dataclasses.replace(new, made_at=self.clock, device=self.name)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["edit", "edit", "sentence", "withdraw", "meet", "meet", "settle", "settle", "settle"]
        ),
        st.integers(0, 2),
        st.integers(0, 2),
        st.sampled_from(NAMES),
        VALUES,
    ),
    max_size=14,
)


def lived(acts: list[tuple[str, int, int, str, object]], skew: int) -> list[Laptop]:
    """Three laptops after some days, each with a clock of its own."""
    root = made("000", **WAS)
    laptops = [
        Laptop(name, {"000": root}, LONG_AGO + dt.timedelta(days=skew * place))
        for place, name in enumerate("xyz")
    ]
    for serial, (act, who, whom, name, value) in enumerate(acts, start=1):
        laptop, other = laptops[who], laptops[whom]
        laptop.clock += dt.timedelta(minutes=1)
        if act == "meet":
            laptop.held |= other.held
            laptop.merge()
            continue
        heads = laptop.heads()
        mine = laptop.held[heads[-1]]
        if act == "settle" and len(heads) > 1:
            laptop.write(serial, heads, {**mine.fields, name: value}, gone=False)
        elif act == "edit":
            laptop.write(serial, (mine.id,), {**mine.fields, name: value}, gone=mine.withdrawn)
        elif act == "sentence":
            text = str(mine.fields["what"])
            new = text.replace(SENTENCES[whom * 2], f"Sentence by {laptop.name} in {serial}.")
            laptop.write(serial, (mine.id,), {**mine.fields, "what": new}, gone=mine.withdrawn)
        elif act == "withdraw":
            laptop.write(serial, (mine.id,), mine.fields, gone=True)
    return laptops


@settings(max_examples=80)
@given(ACTS, st.randoms(use_true_random=False))
def test_that_laptops_come_to_the_same_in_whatever_order_they_meet(
    acts: list[tuple[str, int, int, str, object]], chance: random.Random
) -> None:
    laptops = lived(acts, skew=3)
    pairs = [(one, other) for one in laptops for other in laptops]
    for _ in range(3):
        chance.shuffle(pairs)
        for one, other in pairs:
            items = list(other.held.items())
            chance.shuffle(items)
            one.held |= dict(items)
            one.merge()
    left = [laptop.merge() for laptop in laptops]
    assert laptops[0].held == laptops[1].held == laptops[2].held
    assert left[0] == left[1] == left[2]


@settings(max_examples=60)
@given(ACTS)
def test_that_clocks_decide_nothing_of_what_a_thing_says(
    acts: list[tuple[str, int, int, str, object]],
) -> None:
    ends = []
    for skew in (0, 3, -400):
        held = {name: node for laptop in lived(acts, skew) for name, node in laptop.held.items()}
        # Merges are named after the moment too: only what they say can be the same.
        heads = Graph(held.values()).heads()
        found = merge(held.values(), heads, RULES)
        said = found.fields if isinstance(found, Merged) else found.merged
        disputed = [] if isinstance(found, Merged) else sorted(each.name for each in found.fields)
        ends.append((len(heads), canonical(dict(said)), disputed, type(found)))
    assert ends[0] == ends[1] == ends[2]


@settings(max_examples=60)
@given(ACTS)
def test_that_own_words_are_always_words_that_somebody_wrote(
    acts: list[tuple[str, int, int, str, object]],
) -> None:
    held = {name: node for laptop in lived(acts, 0) for name, node in laptop.held.items()}
    written = {canonical(n.fields["kept_words"]) for n in held.values() if n.author}
    assert {canonical(n.fields["kept_words"]) for n in held.values()} <= written
    found = merge(held.values(), Graph(held.values()).heads(), RULES)
    said = found.fields if isinstance(found, Merged) else found.merged
    assert "kept_words" not in said or canonical(said["kept_words"]) in written


@settings(max_examples=60)
@given(ACTS)
def test_that_a_merge_of_what_is_merged_says_the_same(
    acts: list[tuple[str, int, int, str, object]],
) -> None:
    held = {name: node for laptop in lived(acts, 0) for name, node in laptop.held.items()}
    heads = Graph(held.values()).heads()
    found = merge(held.values(), heads, RULES)
    if isinstance(found, Merged) and len(heads) > 1:
        merged = made("zzz", *heads, gone=found.withdrawn, **found.fields)
        again = made("zzz2", *heads, gone=found.withdrawn, **found.fields)
        twice = merge([*held.values(), merged, again], ["zzz", "zzz2", *heads], RULES)
        assert twice == found
