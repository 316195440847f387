"""Draw set text on a page as codes of subsets. ISO 32000-1, 9.2 to 9.4."""

from functools import lru_cache

from reportlab.lib.colors import HexColor

from iro_desktop.documents.font_file import FontFile
from iro_desktop.documents.pdf.canvas import TaggedCanvas
from iro_desktop.documents.pdf.set_text import Line, SetText, Stretch
from iro_desktop.documents.pdf.subset import Part, Subset

_EM = 1000
_SPACE = " "


def draw_line(canvas: TaggedCanvas, text: SetText, line: Line, x: float, y: float) -> None:
    """Draw all stretches of a line on its baseline, from `x` to the right."""
    for stretch in line.stretches:
        x = draw_stretch(canvas, text, stretch, x, y)


def draw_stretch(
    canvas: TaggedCanvas, text: SetText, stretch: Stretch, x: float, y: float
) -> float:
    """Draw a stretch; gives where it ends."""
    run, scale = text.runs[stretch.run], text.scale(stretch)
    subset = canvas.subset(stretch.face)
    shown = _shown(subset, stretch)
    canvas.write(
        f"BT {_ink(run.colour)} /{subset.name} {run.size:g} Tf"
        f" 1 0 0 1 {x:.3f} {y:.3f} Tm [{shown}] TJ ET"
    )
    return x + stretch.advance * scale


def draw_space(canvas: TaggedCanvas, face: FontFile, size: float, x: float, y: float) -> None:
    """Draw a space at a line's end, so that no reader glues two words together."""
    glyph = face.glyph(_SPACE)
    if glyph is None:
        return
    subset = canvas.subset(face)
    code, _width = subset.code((Part(glyph),), _SPACE, face.advance(glyph))
    canvas.write(f"BT /{subset.name} {size:g} Tf 1 0 0 1 {x:.3f} {y:.3f} Tm <{code:04X}> Tj ET")


def underline(
    canvas: TaggedCanvas, colour: str, width: float, ends: tuple[float, float], y: float
) -> None:
    """Draw the line under a link."""
    start, end = ends
    canvas.write(
        f"{_ink(colour, stroke=True)} {width:.2f} w {start:.2f} {y:.2f} m {end:.2f} {y:.2f} l S"
    )


def _shown(subset: Subset, stretch: Stretch) -> str:
    """What the TJ operator shows: codes, with corrections between them."""
    to_em = _EM / stretch.face.units
    shown: list[str] = []
    codes: list[str] = []
    for cluster in stretch.clusters:
        code, width = subset.code(cluster.parts, cluster.text, cluster.advance)
        codes.append(f"{code:04X}")
        # What a code is too wide is taken back after it.
        if correction := width - round(cluster.advance * to_em):
            shown.append(f"<{''.join(codes)}> {correction}")
            codes.clear()
    if codes:
        shown.append(f"<{''.join(codes)}>")
    return " ".join(shown)


@lru_cache(256)
def _ink(colour: str, *, stroke: bool = False) -> str:
    shares = " ".join(f"{share:.4g}" for share in HexColor(colour).rgb())
    return f"{shares} {'RG' if stroke else 'rg'}"
