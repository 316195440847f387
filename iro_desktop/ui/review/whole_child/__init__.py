"""The whole child beside the meeting: the page, permanence, who stands by the child."""
