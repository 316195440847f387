from dataclasses import replace

from made_up_meeting import CHILD, put_child

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Review, ReviewKind
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.catalogue import Catalogue
from iro_desktop.services.own_words import rules_for
from iro_desktop.store import SqlStore
from iro_desktop.sync.rules import Rule


def test_that_an_answer_is_a_quotation_where_its_form_asks_for_own_words(
    store: SqlStore, forms: Catalogue
) -> None:
    form = forms.current("disruption-meeting")
    asked = [one for one in form.every_question() if "own words" in one.hint.casefold()]
    other = [one for one in form.every_question() if "words" not in f"{one.hint}{one.text}"]
    assert asked
    assert other
    review = Review(
        id=ReviewId("r"),
        child_id=CHILD.id,
        kind=ReviewKind.DISRUPTION,
        form=form.id,
        form_version=form.version,
    )
    with store.unit_of_work() as uow:
        put_child(uow)
        uow.reviews.put(review)
        rules = rules_for(uow)

        def rule(question: str, of: str = review.id) -> Rule:
            return rules.rule_for("answer", "value", ({"question": question, "review_id": of},))

        assert rule(asked[0].id) is Rule.VERBATIM
        assert rule(detail_of(asked[0].id)) is Rule.VERBATIM
        assert rule(other[0].id) is Rule.PROSE
        assert rule("no such question") is Rule.VERBATIM
        assert rule(other[0].id, of="no such review") is Rule.VERBATIM
        uow.reviews.put(replace(review, form="a council's, not held here"))
        assert rule(other[0].id) is Rule.VERBATIM
        assert rules.rule_for("decision", "what", ({},)) is Rule.PROSE
