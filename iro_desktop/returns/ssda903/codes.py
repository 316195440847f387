"""The return's codes and what they mean, in plain words.

They lie in resources/reference/ssda903/codes.json with their source and years. A code that is not
there is its own label: the return changes every year, and an unknown code still says something.
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from iro_desktop import paths


class CodeSet(StrEnum):
    """A list of codes that a column takes its values from."""

    LEGAL_STATUS = "legal_status"
    PLACEMENT = "placement"
    PROVIDER = "provider"
    REASON_STARTED = "reason_started"
    REASON_ENDED = "reason_ended"
    REASON_FOR_MOVE = "reason_for_move"
    CATEGORY_OF_NEED = "category_of_need"
    ETHNICITY = "ethnicity"
    PARTICIPATION = "participation"
    SDQ_REASON = "sdq_reason"


@cache
def _sets() -> Mapping[str, dict[str, str]]:
    path = paths.resources() / "reference" / "ssda903" / "codes.json"
    sets: dict[str, dict[str, str]] = json.loads(path.read_text("utf-8"))["sets"]
    return MappingProxyType(sets)


def codes(code_set: CodeSet) -> Mapping[str, str]:
    """Every code of a set with its label, in the return's order."""
    return MappingProxyType(_sets()[code_set])


def label(code_set: CodeSet, code: str) -> str:
    """What a code means; the code itself where that is not known."""
    return _sets()[code_set].get(code, code)


def legal_status_label(code: str) -> str:
    """LS: under what law a child is looked after."""
    return label(CodeSet.LEGAL_STATUS, code)


def placement_label(code: str) -> str:
    """PLACE: what kind of home a child lives in."""
    return label(CodeSet.PLACEMENT, code)


def provider_label(code: str) -> str:
    """PLACE_PROVIDER: who provides that home."""
    return label(CodeSet.PROVIDER, code)


def reason_started_label(code: str) -> str:
    """RNE: why an episode began."""
    return label(CodeSet.REASON_STARTED, code)


def reason_ended_label(code: str) -> str:
    """REC: why an episode ceased."""
    return label(CodeSet.REASON_ENDED, code)


def reason_for_move_label(code: str) -> str:
    """REASON_PLACE_CHANGE: why a child moved home."""
    return label(CodeSet.REASON_FOR_MOVE, code)


def category_of_need_label(code: str) -> str:
    """CIN: why a child became looked after."""
    return label(CodeSet.CATEGORY_OF_NEED, code)


def ethnicity_label(code: str) -> str:
    """ETHNIC: a child's ethnicity."""
    return label(CodeSet.ETHNICITY, code)


def participation_label(code: str) -> str:
    """REVIEW_CODE: how a child took part in a review."""
    return label(CodeSet.PARTICIPATION, code)


def sdq_reason_label(code: str) -> str:
    """SDQ_REASON: why there is no score of the Strengths and Difficulties Questionnaire."""
    return label(CodeSet.SDQ_REASON, code)
