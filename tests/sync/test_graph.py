from collections.abc import Iterable

from written_graphs import made

from iro_desktop.sync.graph import Graph, Node


def names(nodes: Iterable[Node]) -> list[str]:
    return [node.id for node in nodes]


def test_that_the_newest_revisions_are_those_no_other_came_from() -> None:
    graph = Graph([made("a"), made("c", "a"), made("b", "a")])
    assert graph.heads() == ("b", "c")


def test_that_two_versions_parted_at_the_nearest_revision_both_came_from() -> None:
    graph = Graph([made("a"), made("b", "a"), made("c", "b"), made("d", "b")])
    bases = graph.bases(["c"], ["d"])
    assert (names(bases.known), bases.is_whole) == (["b"], True)


def test_that_versions_that_crossed_parted_at_more_than_one() -> None:
    graph = Graph(
        [made("r"), made("a", "r"), made("b", "r"), made("x", "a", "b"), made("y", "a", "b")]
    )
    assert [node.id for node in graph.bases(["x"], ["y"]).known] == ["a", "b"]


def test_that_versions_with_nothing_in_common_parted_nowhere() -> None:
    bases = Graph([made("a", says=1), made("b", says=2)]).bases(["a"], ["b"])
    assert (bases.known, bases.is_whole) == ((), False)


def test_that_what_two_made_alike_is_where_they_parted() -> None:
    nodes = [made("a", says=1), made("b", says=1), made("c", "a", says=2), made("d", "b", says=3)]
    bases = Graph(nodes).bases(["c"], ["d"])
    assert (names(bases.known), bases.is_whole) == (["a"], True)
    swapped = Graph(nodes).bases(["d"], ["c"])
    assert [node.fields for node in swapped.known] == [{"says": 1}]


def test_that_what_two_made_alike_does_not_count_where_history_is_missing() -> None:
    nodes = [made("a", says=1), made("b", says=1), made("c", "a", says=2), made("d", "b", "lost")]
    assert not Graph(nodes).bases(["c"], ["d"]).is_whole


def test_that_a_parent_that_is_not_held_is_a_root_of_unknown_content() -> None:
    graph = Graph([made("a", "lost"), made("b", "lost")])
    assert graph.heads() == ("a", "b")
    bases = graph.bases(["a"], ["b"])
    assert (bases.known, bases.is_whole) == ((), False)


def test_that_a_nearer_parting_may_be_out_of_sight() -> None:
    # Both may have come from one revision after r that is not held here.
    graph = Graph([made("r"), made("a", "r", "lost"), made("b", "r", "also-lost")])
    bases = graph.bases(["a"], ["b"])
    assert [node.id for node in bases.known] == ["r"]
    assert not bases.is_whole


def test_that_what_is_missing_before_the_parting_makes_no_difference() -> None:
    graph = Graph([made("r", "lost"), made("a", "r"), made("b", "r")])
    assert graph.bases(["a"], ["b"]).is_whole


def test_that_revisions_that_name_each_other_as_parents_are_not_lost_to_sight() -> None:
    graph = Graph([made("a"), made("x", "y"), made("y", "x"), made("self", "self")])
    assert graph.heads() == ("a", "self", "y")


def test_that_a_revision_and_what_came_from_it_are_one_head() -> None:
    graph = Graph([made("a"), made("b", "a"), made("c", "b")])
    assert graph.newest(["a", "c", "b"]) == ("c",)


def test_that_a_long_history_is_walked_without_end_of_the_stack() -> None:
    nodes = [made("0"), *(made(str(number), str(number - 1)) for number in range(1, 3_000))]
    assert Graph(reversed(nodes)).heads() == ("2999",)
