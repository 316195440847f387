"""The practice pack in force: the council's own from the store's settings, else the built-in."""

from functools import cache, lru_cache
from pathlib import Path

from iro_desktop import paths
from iro_desktop.domain.practice_pack import PracticePack
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import PracticePackRefused
from iro_desktop.services.kept_settings import keep_settings
from iro_desktop.services.ports import Settings, UnitOfWorkFactory

_PACK, _NAME = "practice_pack", "practice_pack_name"


@cache
def built_in_pack() -> PracticePack:
    """The pack that the program brings, read once."""
    # Reading it brings in YAML, which the lock does without.
    from iro_desktop.practice_files.reader import read_built_in_pack  # noqa: PLC0415

    return read_built_in_pack(paths.practice() / "plain.yaml")


def pack_in_force(settings: Settings) -> PracticePack:
    """The council's pack, else the built-in.

    One that a later version of the program refuses is passed over, and the settings say why.
    """
    text = settings.get(_PACK)
    try:
        return council_pack(text, "") if text else built_in_pack()
    except PracticePackRefused:
        return built_in_pack()


def name_of_council_pack(settings: Settings) -> str:
    """The name of the file that the council's pack came in; empty where the built-in holds."""
    return settings.get(_NAME) if settings.get(_PACK) else ""


@lru_cache(maxsize=8)
def council_pack(text: str, source: str) -> PracticePack:
    """A council's pack laid over the built-in. Raises PracticePackRefused."""
    from iro_desktop.practice_files.faults import line_of  # noqa: PLC0415 - see above
    from iro_desktop.practice_files.reader import read_pack  # noqa: PLC0415 - see above

    pack, problems = read_pack(text, source, built_in_pack())
    if pack is None:
        raise PracticePackRefused(why="\n".join(line_of(problem) for problem in problems))
    return pack


def why_passed_over(settings: Settings) -> PracticePackRefused | None:
    """Why the council's pack that was kept is not in force; None where it is, or there is none."""
    text = settings.get(_PACK)
    try:
        if text:
            council_pack(text, settings.get(_NAME))
    except PracticePackRefused as refused:
        return refused
    return None


def faults_of(path: Path) -> tuple[str, ...]:
    """Everything that is wrong with a council's file, a line each; none where it can be used."""
    from iro_desktop.practice_files.faults import line_of  # noqa: PLC0415 - see above
    from iro_desktop.practice_files.reader import read_pack_file  # noqa: PLC0415 - see above

    _, problems = read_pack_file(path, built_in_pack())
    return tuple(line_of(problem) for problem in problems)


def take_pack(uow_factory: UnitOfWorkFactory, text: str, source: str) -> Changed:
    """Work by this pack from now on. Raises PracticePackRefused; then nothing changes."""
    council_pack(text, source)
    return keep_settings(uow_factory, {_PACK: text, _NAME: source}, Topic.TOOLS)


def drop_pack(uow_factory: UnitOfWorkFactory) -> Changed:
    """Work by the built-in pack again."""
    return keep_settings(uow_factory, {_PACK: "", _NAME: ""}, Topic.TOOLS)
