"""A letter of two pages and minutes of fourteen, with nothing in them but made-up words.

The sentences in Arabic and Chinese were checked by nobody: they are for measuring alone.
"""

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    ListItems,
    Paragraph,
    Quotation,
    Row,
    Table,
    facts,
    plain,
)

_SENTENCES = {
    "en-GB": "Dear Amira, we met on 3 May 2026 to talk about how things are at home and at school.",
    "ar": "عزيزتي أميرة، التقينا يوم 3 مايو 2026 لنتحدث عن أحوالك في البيت وفي المدرسة.",
    "zh-Hant": "親愛的阿米拉：我們在2026年5月3日見面，談談你在家裡和學校的情況。",
}
_PARTS_OF_MINUTES = 27


def letter(language: str) -> Document:
    """About two pages."""
    words = _SENTENCES[language]
    blocks: list[Block] = [Heading(1, words[:14])]
    for part in range(3):
        blocks += [
            Heading(2, f"{words[:10]} {part + 1}"),
            Paragraph(plain(f"{words} {words}")),
            Quotation(words, words[:12]),
            ListItems((plain(words), plain(words[:30]))),
        ]
    rows = (Row((plain(words[:40]), plain(words[:12]), plain("3.5.2026"))),) * 3
    blocks.append(Table(plain(words[:12]), (words[:8], words[8:14], words[2:8]), rows))
    return _document("letter", language, Design.LETTER, blocks)


def minutes(language: str) -> Document:
    """About fourteen pages."""
    words = _SENTENCES[language]
    blocks: list[Block] = [Heading(1, words[:14])]
    rows = (Row((plain(words[:60]), plain(words[:12]), plain("3.5.2026"))),) * 6
    for part in range(_PARTS_OF_MINUTES):
        blocks += [
            Heading(2, f"{words[:10]} {part + 1}"),
            facts((words[:8], plain(words[:20])), (words[8:14], plain(words[:30]))),
            Paragraph(plain(f"{words} " * 4)),
            Quotation(words, words[:12]),
            Table(plain(words[:12]), (words[:8], words[8:14], words[2:8]), rows, (3, 1, 1)),
        ]
    return _document("minutes", language, Design.MINUTES, blocks)


DOCUMENTS = {"letter": letter, "minutes": minutes}


def _document(title: str, language: str, design: Design, blocks: list[Block]) -> Document:
    return Document(
        title,
        language,
        design,
        tuple(blocks),
        right_to_left=language == "ar",
        running_title=title,
        made_up=True,
    )
