"""The published description is exact: schemathesis finds no answer that it doesn't foretell."""

from collections.abc import Iterator

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.schemas import APIOperation, BaseSchema
from schemathesis.specs.openapi.checks import positive_data_acceptance

from gateway_for_tests import running_gateway
from hub_people import LiveHub, bundle, some_people
from iro_hub.gateway.application import make_app
from iro_hub.gateway.configuration import Configuration, Limits
from postgres_for_tests import TestCluster

MANY = 1_000_000
UNLIMITED = Limits(
    source_burst=MANY,
    token_burst=MANY,
    door_burst=MANY,
    wrong_token_burst=MANY,
)
RULED_BEYOND_SHAPE = {"send_piece"}  # a piece has to lie within the whole, which no schema can say
EXAMPLES = settings(
    max_examples=7,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def patient_hub(postgres: TestCluster) -> Iterator[LiveHub]:
    """A hub that answers however often it is asked."""
    database = postgres.new_database()
    with (
        running_gateway(database, limits=UNLIMITED) as address,
        httpx.Client(base_url=f"{address}/v1") as http,
    ):
        people = some_people(database, address)
        sent = {"bundles": [bundle(people.amina, people.child, revisions=3)]}
        http.post("/push", json=sent, headers=people.amina.headers).raise_for_status()
        yield LiveHub(database, address, people, http)
    postgres.drop(database)


@pytest.fixture(scope="module")
def described(patient_hub: LiveHub) -> BaseSchema:
    return schemathesis.openapi.from_url(f"{patient_hub.address}/v1/openapi.json")


ROADS = [route.name for route in make_app(Configuration("a", "b")).routes]


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("name", ROADS)
def test_that_every_answer_is_as_described(
    patient_hub: LiveHub, described: BaseSchema, name: str, mode: GenerationMode
) -> None:
    operation = described.find_operation_by_id(name)
    people = patient_hub.people
    # Who leaves can call no more, but leave again.
    caller = people.ben if name == "leave" else people.amina

    @given(case=operation.as_strategy(generation_mode=mode))
    @EXAMPLES
    def ask(case: schemathesis.Case) -> None:
        if mode is GenerationMode.POSITIVE and "child" in case.path_parameters:
            case.path_parameters["child"] = people.child  # one that there is
        case.call_and_validate(
            headers=caller.headers,
            excluded_checks=[positive_data_acceptance] if name in RULED_BEYOND_SHAPE else [],
        )

    if mode is GenerationMode.NEGATIVE and not _can_be_wrong(operation):
        return
    ask()


def _can_be_wrong(operation: APIOperation) -> bool:
    """Whether the road takes anything at all that could be of another shape."""
    return bool(list(operation.iter_parameters())) or operation.body
