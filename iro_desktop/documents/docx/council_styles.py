"""Bring our styles into stationery that has styles of its own.

Where the council has a style of a name, its own stands, unless the reader asked for a look: then
ours does, and only head and foot stay as the council has them.
"""

from collections.abc import Iterable

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from iro_desktop.documents.docx.elements import element
from iro_desktop.documents.docx.faces import Faces

_NAME, _VALUE, _STYLE = qn("w:name"), qn("w:val"), qn("w:style")
_THEIRS_ALWAYS = frozenset({"header", "footer", "default paragraph font", "no list"})
# Words and who said them stand in one box, which takes two styles that know each other.
_OURS_ALWAYS = frozenset({"quote"})
_BEFORE_EMBEDDING = (
    *("w:writeProtection", "w:view", "w:zoom", "w:removePersonalInformation"),
    *("w:removeDateAndTime", "w:doNotDisplayPageBoundaries", "w:displayBackgroundShape"),
    *("w:printPostScriptOverText", "w:printFractionalCharacterWidth", "w:printFormsData"),
)


def default_paragraph_style(document: Document) -> str:
    """The id of the style that paragraphs have which name none."""
    path = "./w:style[@w:type='paragraph'][@w:default='1']/@w:styleId"
    found = document.styles.element.xpath(path)
    return str(found[0]) if found else "Normal"


def body_size(document: Document) -> float | None:
    """How large running text is, in points, if the styles say so."""
    root = document.styles.element
    of_normal = "./w:style[@w:type='paragraph'][@w:default='1']/w:rPr/w:sz/@w:val"
    of_all = "./w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val"
    found = [*root.xpath(of_normal), *root.xpath(of_all)]
    return float(found[0]) / 2 if found else None


def merge(document: Document, ours: Iterable[BaseOxmlElement], *, ours_win: bool) -> None:
    """Put our styles beside the council's, or in place of those of the same name."""
    root = document.styles.element
    theirs = {_name(style): style for style in root.findall(_STYLE)}
    for style in ours:
        if style.tag != _STYLE:
            continue
        old = theirs.get(_name(style))
        if old is None:
            root.append(style)
        elif _is_table(style) or _name(style) in _THEIRS_ALWAYS:
            continue
        elif ours_win or _name(style) in _OURS_ALWAYS:
            # Whatever is based on the old one finds the new one under its id.
            style.set(qn("w:styleId"), old.get(qn("w:styleId")))
            root.replace(old, style)


def say_language(document: Document, defaults: BaseOxmlElement) -> None:
    """Make the document's language that of our defaults, which hold little else."""
    root = document.styles.element
    path = "/".join(map(qn, ("w:rPrDefault", "w:rPr")))
    held = root.find(qn("w:docDefaults"))
    runs = None if held is None else held.find(path)
    if runs is None:
        if held is not None:
            root.remove(held)
        root.insert(0, defaults)
        return
    for old in runs.findall(qn("w:lang")):
        runs.remove(old)
    runs.extend(defaults.find(path).findall(qn("w:lang")))


def name_faces(document: Document, faces: Faces) -> None:
    """Name our faces for the scripts that a council's own face lacks."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for kind, name in (("cs", faces.complex), ("eastAsia", faces.east_asian)):
            fonts.set(qn(f"w:{kind}"), name)
            theme = qn(f"w:{'cstheme' if kind == 'cs' else 'eastAsiaTheme'}")
            if theme in fonts.attrib:
                del fonts.attrib[theme]


def prepare_settings(document: Document) -> None:
    """Let fonts be embedded, and notes that are gone be asked for no more."""
    root = document.settings.element
    for tag in ("w:footnotePr", "w:endnotePr", "w:embedTrueTypeFonts", "w:rsids"):
        for found in root.findall(qn(tag)):
            root.remove(found)
    before = [child for child in root if child.tag in set(map(qn, _BEFORE_EMBEDDING))]
    root.insert(len(before), element("<w:embedTrueTypeFonts/>"))


def _name(style: BaseOxmlElement) -> str:
    found = style.find(_NAME)
    return "" if found is None else str(found.get(_VALUE, "")).lower()


def _is_table(style: BaseOxmlElement) -> bool:
    return bool(style.get(qn("w:type")) in {"table", "numbering"})
