"""Made-up sentences in each language that documents are written in, for tests of writers alone.

No speaker of these languages has checked them: they are never shown to a reader.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """Words of a letter in one language."""

    title: str
    sentence: str
    quoted: str
    words: tuple[str, ...]

    @property
    def long(self) -> str:
        """Enough of it to fill several lines."""
        return " ".join([self.sentence, self.quoted] * 4)


SAMPLES = {
    "en-GB": Sample(
        "Your review",
        "Dear Amira, we met on 3 May 2026 to talk about how things are at home and at school.",
        "I want to see my brother more often, please!",
        ("Name", "Age", "School", "Who will do it", "By when"),
    ),
    "ar": Sample(
        "مراجعة خطتك",
        "عزيزتي أميرة، التقينا يوم 3 مايو 2026 لنتحدث عن أحوالك في البيت وفي المدرسة.",
        "أريد أن أرى أخي أكثر، من فضلكم!",
        ("الاسم", "العمر", "المدرسة", "من سيفعل ذلك", "متى"),
    ),
    "bn": Sample(
        "তোমার পর্যালোচনা",
        "প্রিয় আমিরা, আমরা ৩ মে ২০২৬ তারিখে বাড়ি আর স্কুলের কথা বলতে বসেছিলাম।",
        "আমি আমার ভাইকে আরও বেশি দেখতে চাই!",
        ("নাম", "বয়স", "স্কুল", "কে করবে", "কবে"),
    ),
    "zh-Hant": Sample(
        "你的檢討會",
        "親愛的阿米拉：我們在2026年5月3日見面，談談你在家裡和學校的情況（還有你的願望）。",
        "「我想多見見我的弟弟！」",
        ("姓名", "年齡", "學校", "由誰負責", "何時完成"),
    ),
    "fr": Sample(
        "Ta réunion",
        "Chère Amira, nous nous sommes vus le 3 mai 2026 pour parler de la maison et de l’école.",
        "Je voudrais voir mon frère plus souvent !",
        ("Prénom", "Âge", "École", "Qui le fera", "Pour quand"),
    ),
    "de": Sample(
        "Dein Gespräch",
        "Liebe Amira, wir haben uns am 3. Mai 2026 getroffen und über Zuhause und Schule geredet.",
        "Ich möchte meinen Bruder öfter sehen, größere Ausflüge wären schön!",
        ("Name", "Alter", "Schule", "Wer es macht", "Bis wann"),
    ),
    "hi": Sample(
        "तुम्हारी समीक्षा",
        "प्रिय अमीरा, हम 3 मई 2026 को मिले और घर तथा विद्यालय के बारे में बात की।",
        "मैं अपने भाई से ज़्यादा मिलना चाहती हूँ!",
        ("नाम", "उम्र", "विद्यालय", "कौन करेगा", "कब तक"),
    ),
    "ms": Sample(
        "Mesyuarat kamu",
        "Amira yang disayangi, kita berjumpa pada 3 Mei 2026 dan berbual tentang sekolah.",
        "Saya mahu berjumpa abang saya lebih kerap!",
        ("Nama", "Umur", "Sekolah", "Siapa akan buat", "Bila"),
    ),
    "pl": Sample(
        "Twoje spotkanie",
        "Droga Amiro, spotkaliśmy się 3 maja 2026 r., żeby porozmawiać o domu i o szkole.",
        "Chciałabym częściej widywać się z bratem, proszę – źdźbło, łąka, gęś!",
        ("Imię", "Wiek", "Szkoła", "Kto to zrobi", "Do kiedy"),
    ),
    "pa": Sample(
        "ਤੇਰੀ ਸਮੀਖਿਆ",
        "ਪਿਆਰੀ ਅਮੀਰਾ, ਅਸੀਂ 3 ਮਈ 2026 ਨੂੰ ਮਿਲੇ ਅਤੇ ਘਰ ਤੇ ਸਕੂਲ ਬਾਰੇ ਗੱਲ ਕੀਤੀ।",
        "ਮੈਂ ਆਪਣੇ ਭਰਾ ਨੂੰ ਵੱਧ ਮਿਲਣਾ ਚਾਹੁੰਦੀ ਹਾਂ!",
        ("ਨਾਮ", "ਉਮਰ", "ਸਕੂਲ", "ਕੌਣ ਕਰੇਗਾ", "ਕਦੋਂ ਤੱਕ"),
    ),
    "es": Sample(
        "Tu reunión",
        "Querida Amira: nos vimos el 3 de mayo de 2026 para hablar de tu casa y de la escuela.",
        "¡Quiero ver a mi hermano más a menudo! ¿Puede ser mañana?",
        ("Nombre", "Edad", "Escuela", "Quién lo hará", "Para cuándo"),
    ),
    "tr": Sample(
        "Toplantın",
        "Sevgili Amira, evini ve okulunu konuşmak için 3 Mayıs 2026’da buluştuk.",
        "Kardeşimi daha sık görmek istiyorum, İğde ağacının altında!",
        ("Ad", "Yaş", "Okul", "Kim yapacak", "Ne zamana kadar"),
    ),
    "ur": Sample(
        "تمہارا جائزہ",
        "پیاری امیرہ، ہم 3 مئی 2026 کو ملے اور گھر اور اسکول کے بارے میں بات کی۔",
        "میں اپنے بھائی سے زیادہ ملنا چاہتی ہوں!",
        ("نام", "عمر", "اسکول", "کون کرے گا", "کب تک"),
    ),
    "cy": Sample(
        "Dy adolygiad",
        "Annwyl Amira, fe wnaethom gyfarfod ar 3 Mai 2026 i siarad am gartref ac am yr ysgol.",
        "Dw i eisiau gweld fy mrawd yn amlach, os gwelwch yn dda! Tŷ, dŵr.",
        ("Enw", "Oed", "Ysgol", "Pwy fydd yn ei wneud", "Erbyn pryd"),
    ),
}
