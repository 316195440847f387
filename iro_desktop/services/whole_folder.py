"""Write a folder of files with case data in it: whole or not at all, and its owner's alone."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from iro_desktop.services.disk_faults import disk_fault
from iro_desktop.services.durability import settle_folder
from iro_desktop.services.faults import NotWritable
from iro_desktop.services.private_file import replace_file


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Make a new folder with these files in it, by their names.

    Raises:
        NoSpace, NotWritable: nothing is left of it.
    """
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.mkdir(mode=0o700, parents=True)
        for name, data in files.items():
            replace_file(fresh / name, data)
        fresh.rename(path)
        settle_folder(path.parent)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise disk_fault(error, path.name) or NotWritable(what=path.parent.name) from error
