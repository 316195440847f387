"""Names under which the store keeps what more than one part of the program asks for."""

DEVICE = "device"
"""This copy of the store."""

IRO_NAME = "iro_name"

HUB_ID = "hub_id"
HUB_PERSON = "hub_person"
"""Who the owner is at the hub; empty where the laptop belongs to none."""

HUB_AUTHOR = "hub_author"
"""The name by which the hub knows its person."""

HUB_DEVICE = "hub_device"
"""The copy of the store that was enrolled: another one is a stranger to the hub."""

HUB_ROLE = "hub_role"
HUB_ACCESS = "hub_access"
HUB_ETAG = "hub_etag"
WRITTEN_BESIDE = "written_beside"
"""Something was written beside what came in unseen (services/syncing/writing_beside.py)."""
