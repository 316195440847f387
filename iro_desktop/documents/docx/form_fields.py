"""Fields that are filled in in Word: content controls, one round the lines to write on, and ticks.

ECMA-376 part 1, 17.5.2 (structured document tags); the tick is Microsoft's own, [MS-DOCX] 2.5.2.
A control's tag is its name, its alias what is read out.
"""

from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from iro_desktop.documents.characters import writable

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
BOX = "\N{BALLOT BOX}"
# Word takes no longer ones.
_LONGEST_TAG, _LONGEST_ALIAS = 64, 64


def let_write(paragraph: Paragraph, field: str, said: str) -> None:
    """Put what a paragraph holds into a control: it is what shows until something is written."""
    control = _control(field, said, '<w:showingPlcHdr/><w:text w:multiLine="1"/>')
    _wrap(paragraph, control, list(paragraph._p.r_lst))  # noqa: SLF001  # no public way


def let_tick(paragraph: Paragraph, field: str, said: str) -> None:
    """Put a box that can be ticked before what a paragraph says."""
    states = "".join(
        f'<w14:{state} w14:val="{sign:04X}" w14:font="MS Gothic"/>'
        for state, sign in (("checkedState", 0x2612), ("uncheckedState", ord(BOX)))
    )
    checkbox = f'<w14:checkbox><w14:checked w14:val="0"/>{states}</w14:checkbox>'
    control = _control(field, said, checkbox)
    first = paragraph._p.r_lst[0] if paragraph._p.r_lst else None  # noqa: SLF001  # no public way
    run = paragraph.add_run(BOX)
    gap = paragraph.add_run("\t")
    _wrap(paragraph, control, [run._r])  # noqa: SLF001  # as above
    if first is not None:
        first.addprevious(control)
        first.addprevious(gap._r)  # noqa: SLF001  # as above


def _control(field: str, said: str, kind: str) -> BaseOxmlElement:
    alias = quoteattr(writable(said)[:_LONGEST_ALIAS])
    tag = quoteattr(field[:_LONGEST_TAG])
    return parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:w14="{W14}"><w:sdtPr><w:alias w:val={alias}/>'
        f"<w:tag w:val={tag}/>{kind}</w:sdtPr><w:sdtContent/></w:sdt>"
    )


def _wrap(paragraph: Paragraph, control: BaseOxmlElement, runs: list[BaseOxmlElement]) -> None:
    content = control[-1]
    runs[0].addprevious(control)
    for run in runs:
        content.append(run)
