"""Made-up documents in several scripts. Nobody has checked these sentences: they are for layout."""

from decimal import Decimal

from document_samples import A_PICTURE

from iro_desktop.documents.blocks import (
    Choices,
    Design,
    Document,
    Heading,
    ListItems,
    Paragraph,
    Picture,
    Pictured,
    Quotation,
    Row,
    Scale,
    ScoreMark,
    Span,
    Table,
    WritingSpace,
    facts,
    plain,
)
from iro_desktop.domain.reading import ReadingStyle

WORDS = {
    "en-GB": ("A letter", "I want to see my sister.", "How is school?", "Awful", "Great", "Maya"),
    "ar": ("رسالة إليك", "أريد أن أرى أختي.", "كيف المدرسة؟", "سيئ جدًا", "رائع", "مايا"),
    "ur": ("آپ کے لیے خط", "میں بہن سے ملنا چاہتی ہوں۔", "سکول کیسا ہے؟", "برا", "اچھا", "مایا"),
    "zh-Hant": ("給你的信", "我想多見我的姐姐。", "學校怎麼樣？", "非常差", "非常好", "瑪雅"),
    "hi": ("तुम्हारे लिए पत्र", "मैं अपनी बहन से मिलना चाहती हूँ।", "स्कूल कैसा है?", "बुरा", "अच्छा", "माया"),
    "pa": ("ਤੁਹਾਡੇ ਲਈ ਚਿੱਠੀ", "ਮੈਂ ਭੈਣ ਨੂੰ ਮਿਲਣਾ ਚਾਹੁੰਦੀ ਹਾਂ।", "ਸਕੂਲ ਕਿਵੇਂ ਹੈ?", "ਬੁਰਾ", "ਵਧੀਆ", "ਮਾਇਆ"),
    "bn": ("তোমার জন্য চিঠি", "আমি আমার বোনকে দেখতে চাই।", "স্কুল কেমন?", "খারাপ", "ভালো", "মায়া"),
    "pl": ("List do Ciebie", "Chcę widywać siostrę.", "Jak w szkole?", "Źle", "Świetnie", "Maja"),
}


def sample(
    language: str,
    style: ReadingStyle = ReadingStyle.STANDARD,
    design: Design = Design.LETTER,
) -> Document:
    """A document of most kinds of block in a language."""
    title, wish, question, worst, best, name = WORDS[language]
    marks = (ScoreMark(name, Decimal("6.5")), ScoreMark("Priya", Decimal(6)))
    return Document(
        title,
        language,
        design,
        (
            Heading(1, title),
            Paragraph((Span(wish), Span(f" {wish}", bold=True), Span(" (Room 12)"))),
            Heading(2, question),
            Quotation("I want to see my sister.", name, "en-GB", wish),
            ListItems((plain(wish), plain(best)), numbered=True),
            Table(plain(title), (worst, best), (Row((plain(wish), plain("Priya")), "row-1"),)),
            facts((best, plain(name)), (worst, plain("12/05/2026"))),
            Scale(question, worst, best, marks, wish),
            Picture(A_PICTURE, wish, plain(name), 0.4),
            Pictured("home", worst, plain(wish)),
            WritingSpace(plain(question), 3),
            Choices(plain(question), (plain(worst), plain(best))),
            Paragraph((Span("Not yet translated (really).", language="en-GB", authored=True),)),
        ),
        right_to_left=language in {"ar", "ur"},
        running_title=title,
        style=style,
    )
