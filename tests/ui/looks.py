"""The appearances that every screen is tried in, and the room it has in each."""

from iro_desktop.ui.appearance import Appearance

LOOKS = {
    "light": Appearance(scheme="light"),
    "dark": Appearance(scheme="dark"),
    "large": Appearance(scheme="light", text_percent=200),
    "mirrored": Appearance.for_language("ar-XB", "light"),
    "stretched": Appearance.for_language("en-XA", "light"),
}
WIDTH, HEIGHT = 1180, 900
