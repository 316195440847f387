"""The forms that come with the program, read once for whoever asks."""

from functools import cache

from iro_desktop import paths
from iro_desktop.form_engine.catalogue import Catalogue, read_catalogue


@cache
def programs_forms() -> Catalogue:
    """Every form of the program, every version."""
    return read_catalogue(paths.forms())
