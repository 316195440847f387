"""The lists of Annex A by their columns: Ofsted's of August 2019, and as councils had them in 2024.

List 8, children in care, is the one an IRO works from. The others are known so that they can be
named; the children in them are not, or no longer, looked after, or stand in list 8 as well.
"""

from iro_desktop.returns.headings import Column, Shape

_GENDER = Column("Gender", aliases=("Sex",), needed=False)


def _used(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, needed=False) for name in names)


def _spare(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, used=False, needed=False) for name in names)


def _unwanted(name: str, *columns: str) -> Shape:
    return Shape(name, tuple(Column(column) for column in columns), wanted=False)


LIST_8 = Shape(
    "Annex A list 8",
    (
        Column("Child Unique ID", aliases=("Child ID",)),
        _GENDER,
        *_used("Ethnicity"),
        Column("Date of Birth"),
        *_spare("Age of Child (Years)", "Age"),
        Column(
            "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
            aliases=("Unaccompanied Asylum Seeking Child (UASC)", "UASC"),
            needed=False,
        ),
        *_spare("Does the Child have a Disability"),
        Column("Date Started to be Looked After"),
        *_used("Child's Category of Need"),
        *_spare(
            "Is this a second or subsequent period of being a Looked After Child within the last "
            "12 months (Y/N)"
        ),
        *_used("Start date of current legal status"),
        Column("Child's Legal Status"),
        Column("Date of Latest Statutory Review"),
        *_used(
            "Date of Last Social Work Visit",
            "What is the permanence plan for this child?",
            "Date of Last IRO Visit / Contact to the Child",
            "Date of Last Health Assessment",
            "Date of Last Dental Check",
        ),
        *_spare("Number of Placements in the Last 12 months"),
        *_used(
            "Date Ceased to be Looked After",
            "Reason Ceased to be Looked After",
            "Start Date of Most Recent Placement",
            "Placement Type",
            "Placement Provider",
            "Placement postcode",
            "URN of Placement",
        ),
        *_spare(
            "Placement Location",
            "LA of Placement",
            "Number of Episodes the Child has been 'Missing' from their Placement in the last "
            "12 months",
            "Number of Episodes the Child has been 'Absent' from their Placement in the last "
            "12 months",
            "Was the child offered a Return Interview after their last missing episode (Y/N)?",
            "Did the child accept a Return Interview after their last missing episode (Y/N)?",
        ),
        *_used("Allocated Team", "Allocated Worker"),
    ),
)

SHAPES = (
    LIST_8,
    _unwanted("Annex A list 1", "Child Unique ID", "Date of Contact", "Contact Source"),
    _unwanted(
        "Annex A list 2",
        *("Child Unique ID", "Assessment start date", "Organisation completing assessment"),
    ),
    _unwanted("Annex A list 3", "Child Unique ID", "Date of Referral", "Referral Source"),
    _unwanted("Annex A list 4", "Child Unique ID", "Continuous Assessment Start Date"),
    _unwanted(
        "Annex A list 5",
        *("Child Unique ID", "Strategy discussion initiating Section 47 Enquiry Start Date"),
    ),
    _unwanted("Annex A list 6", "Child Unique ID", "CIN Start Date", "Primary Need Code"),
    _unwanted("Annex A list 7", "Child Unique ID", "Child Protection Plan Start Date"),
    _unwanted("Annex A list 9", "Child Unique ID", "Eligibility Category", "Type of Accommodation"),
    _unwanted("Annex A list 10", "Child Unique ID", "Date of Placement Order"),
    _unwanted("Annex A list 11", "Individual adopter identifier", "Family identifier"),
)
