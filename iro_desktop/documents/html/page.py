"""The neutral document as one file for a browser: no scripts, nothing to fetch.

Pictures stand in it as `data:` addresses. It reads in either direction, on a telephone and on
paper, and at any size of text.
"""

from html import escape

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.characters import one_line
from iro_desktop.documents.html.escaping import attribute, data_address
from iro_desktop.documents.html.markup import body
from iro_desktop.documents.html.page_sheet import page_sheet
from iro_desktop.documents.theme import PLAIN, Theme, look_in

# Even a page that somebody has changed on the way runs nothing and asks nobody for anything.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def write_page(document: Document, theme: Theme = PLAIN) -> str:
    """The file's text. Every character of the document's text stands in it as text.

    Raises `ThemeRefused`.
    """
    look = look_in(document, theme)
    language = attribute(document.language)
    direction = "rtl" if document.right_to_left else "ltr"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"/>\n'
        '<meta name="referrer" content="no-referrer"/>\n'
        f"<title>{escape(one_line(document.title)) or language}</title>\n"
        f"<style>\n{page_sheet(look)}\n</style>\n</head>\n"
        f"<body>\n{body(document, look, data_address)}\n</body>\n</html>\n"
    )
