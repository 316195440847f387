"""The return's tables by their columns, for the years 2017 to 2027.

Column names as in Data to Insight's csc-validator-be-903 (config.py) and the Department for
Education's technical specification. SEX was called GENDER in some systems; the XML form says
CHILDID and PL.
"""

from iro_desktop.returns.headings import Column, Shape

_CHILD = Column("CHILD", aliases=("CHILDID",))
_DOB = Column("DOB", aliases=("DATE_OF_BIRTH",))
_SEX = Column("SEX", aliases=("GENDER",))


def _columns(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _spare(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, used=False, needed=False) for name in names)


HEADER = Shape(
    "Header", (_CHILD, _SEX, _DOB, *_columns("ETHNIC", "UPN"), *_spare("MOTHER", "MC_DOB", "UASC"))
)
EPISODES = Shape(
    "Episodes",
    (
        _CHILD,
        *_columns("DECOM", "RNE", "LS", "CIN"),
        Column("PLACE", aliases=("PL",)),
        *_columns("PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE"),
        *_columns("HOME_POST", "PL_POST", "URN"),
    ),
)
REVIEWS = Shape("Reviews", (_CHILD, _DOB, *_columns("REVIEW", "REVIEW_CODE")))
OC2 = Shape(
    "OC2",
    (
        _CHILD,
        _DOB,
        *_columns("SDQ_SCORE", "SDQ_REASON"),
        *_columns("IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT"),
        *_spare("CONVICTED", "HEALTH_CHECK", "SUBSTANCE_MISUSE"),
        *_spare("INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"),
    ),
)
UASC = Shape(
    "UASC", (_CHILD, _DOB, Column("SEX", aliases=("GENDER",), needed=False), Column("DUC"))
)


def _unwanted(name: str, *columns: str) -> Shape:
    return Shape(name, (_CHILD, _DOB, *_columns(*columns)), wanted=False)


OC3 = _unwanted("OC3", "IN_TOUCH", "ACTIV", "ACCOM")
AD1 = _unwanted(
    "AD1", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"
)
PLACED_ADOPTION = _unwanted(
    "PlacedAdoption", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"
)
PREVIOUS_PERMANENCE = _unwanted("PrevPerm", "PREV_PERM", "LA_PERM", "DATE_PERM")
MISSING = _unwanted("Missing", "MISSING", "MIS_START", "MIS_END")
SOCIAL_WORKERS = _unwanted("SWEpisodes", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON")
DEPRIVATION_OF_LIBERTY = _unwanted("DoLo", "DOLO_START", "DOLO_END")

SHAPES = (
    HEADER,
    EPISODES,
    REVIEWS,
    OC2,
    UASC,
    OC3,
    AD1,
    PLACED_ADOPTION,
    PREVIOUS_PERMANENCE,
    MISSING,
    SOCIAL_WORKERS,
    DEPRIVATION_OF_LIBERTY,
)
