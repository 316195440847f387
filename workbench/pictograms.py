"""Make resources/pictograms from npm's package openmoji: `python -m workbench.pictograms FOLDER`.

FOLDER is the unpacked package. A picture gets the name of what it means in a letter; documents
take it as a PNG, which Qt draws from the SVG. Look at each picture before it is committed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from workbench.programs import ROOT
from workbench.words import say

PICTOGRAMS = ROOT / "resources" / "pictograms"
LICENCE = "CC BY-SA 4.0"
_PIXELS = 400

# Name, OpenMoji's code, and what is seen.
CHOSEN = """
adult             1F9D1                     A grown-up
angry             1F620                     An angry face
art               1F3A8                     A palette with paint
ask               1F64B                     A person with a raised hand
baby              1F476                     A baby
bath              1F6C1                     A bath
bed               1F6CF                     A bed
bicycle           1F6B2                     A bicycle
birthday          1F382                     A birthday cake
boy               1F466                     A boy
brave             1F4AA                     A strong arm
breakfast         1F963                     A bowl and a spoon
bus               1F68C                     A bus
calendar          1F4C5                     A calendar
calm              1F60C                     A calm face
camera            1F4F7                     A camera
car               1F697                     A car
cat               1F408                     A cat
certificate       1F4DC                     A scroll
change            1F504                     Two arrows that turn into each other
child             1F9D2                     A child
choose            2611                      A box with a tick
clock             1F570                     A clock
clothes           1F455                     A T-shirt
computer          1F4BB                     A computer
confused          1F615                     A confused face
conversation      E246                      Two people who talk
cooking           1F373                     A frying pan with an egg
council           1F3DB                     A building with pillars
dancing           1F483                     A dancer
dentist           1F9B7                     A tooth
dog               1F415                     A dog
door              1F6AA                     A door
drawing           1F58D                     A crayon
e-mail            1F4E7                     An envelope with an at sign
eyes              1F440                     Two eyes
family            1F468-200D-1F469-200D-1F467-200D-1F466  A family
finished          1F3C1                     A chequered flag
food              1F37D                     A plate with a knife and a fork
football          26BD                      A football
friends           1F9D1-200D-1F91D-200D-1F9D1  Two friends
games             1F3AE                     A game controller
gift              1F381                     A present
girl              1F467                     A girl
glasses           1F453                     A pair of glasses
goal              1F3AF                     A target with an arrow
goodbye           1F44B                     A waving hand
grandparents      1F475                     An old woman
growing           1F331                     A young plant
handshake         1F91D                     Two hands that shake
happy             1F600                     A happy face
health            1FA7A                     A stethoscope
heart             2764                      A heart
help              1F198                     A sign that asks for help
holiday           1F3D6                     A beach with an umbrella
home              1F3E1                     A house with a garden
hospital          1F3E5                     A hospital
hug               1FAC2                     Two people who hug
idea              1F4A1                     A light bulb
important         2757                      An exclamation mark
information       2139                      The letter i in a box
judge             1F9D1-200D-2696-FE0F      A judge
key               1F511                     A key
language          1F5E3                     A head that speaks
law               2696                      A pair of scales
letter            2709                      A letter
listen            1F442                     An ear
lock              1F512                     A locked padlock
map               1F5FA                     A map
medicine          1F48A                     A pill
mobile            1F4F1                     A mobile phone
money             1F4B7                     Money
moving            1F4E6                     A packed box
music             1F3B5                     Notes of music
neutral           1F610                     A face that shows no feeling
night             1F319                     The moon
no                274C                      A cross
number            1F522                     Some numbers
nurse             1F9D1-200D-2695-FE0F      A person with a stethoscope
park              1F6DD                     A slide on a playground
pencil            270F                      A pencil
people-meeting    E249                      Some people together
person            1F464                     A person
phone             260E                      A telephone
photograph        1F5BC                     A picture in a frame
play              1F9F8                     A teddy bear
police            1F46E                     A police officer
proud             1F60A                     A smiling face
puzzle            1F9E9                     A piece of a puzzle
question          2753                      A question mark
quiet             1F92B                     A face with a finger on its lips
rain              1F327                     A cloud with rain
read              1F4D6                     An open book
sad               1F622                     A sad face
safe              1F6E1                     A shield
scale             1F4CF                     A ruler
school            1F3EB                     A school
school-bag        1F392                     A school bag
scared            1F628                     A frightened face
shopping          1F6D2                     A shopping trolley
sign              1F58A                     A pen
sleep             1F634                     A sleeping face
speak-up          1F4E2                     A loudhailer
star              2B50                      A star
stop              1F6D1                     A stop sign
sun               2600                      The sun
surprised         1F62E                     A surprised face
swimming          1F3CA                     A swimmer
talk              1F4AC                     A speech bubble
teacher           1F9D1-200D-1F3EB          A teacher
team              1F465                     Two grown-ups
television        1F4FA                     A television
thinking          1F914                     A face that thinks
tick              2705                      A tick
time              23F3                      An hourglass
train             1F686                     A train
unwell            1F912                     A face with a thermometer
video-call        1F4F9                     A video camera
vote              1F5F3                     A ballot box
walk              1F6B6                     A person walking
warning           26A0                      A warning sign
work              1F9F0                     A toolbox
world             1F30D                     The Earth
worried           1F61F                     A worried face
write             270D                      A hand that writes
yes               1F44D                     A thumb up
"""


def chosen() -> list[tuple[str, str, str]]:
    """Name, code and description of each picture."""
    rows = (line.split(maxsplit=2) for line in CHOSEN.strip().splitlines())
    return [(name, code, description) for name, code, description in rows]


def main(words: list[str]) -> None:
    """Write the pictures, their licence and the manifest."""
    package = Path(words[0])
    shutil.rmtree(PICTOGRAMS, ignore_errors=True)
    PICTOGRAMS.mkdir(parents=True)
    application = QGuiApplication([])
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    authors = {
        entry["hexcode"]: entry["openmoji_author"]
        for entry in json.loads((package / "data" / "openmoji.json").read_text(encoding="utf-8"))
    }
    entries = [
        _entry(package, name, code, description, authors[code])
        for name, code, description in chosen()
    ]
    shutil.copyfile(package / "LICENSE.txt", PICTOGRAMS / "LICENSE.txt")
    manifest = {
        "licence": LICENCE,
        "attribution": "OpenMoji, the open-source emoji and icon project",
        "changes": "Drawn as PNG files too",
        "package": "openmoji",
        "version": about["version"],
        "pictograms": entries,
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    (PICTOGRAMS / "manifest.json").write_text(text, encoding="utf-8", newline="\n")
    say(f"{len(entries)} pictures")
    del application


def _entry(package: Path, name: str, code: str, description: str, author: str) -> dict[str, str]:
    drawing = (package / "color" / "svg" / f"{code}.svg").read_bytes()
    picture = _png(drawing)
    (PICTOGRAMS / f"{name}.svg").write_bytes(drawing)
    (PICTOGRAMS / f"{name}.png").write_bytes(picture)
    return {
        "name": name,
        "description": description,
        "file": f"{name}.png",
        "drawing": f"{name}.svg",
        "hexcode": code,
        "author": author,
        "sha256": hashlib.sha256(picture).hexdigest(),
        "drawing_sha256": hashlib.sha256(drawing).hexdigest(),
    }


def _png(drawing: bytes) -> bytes:
    image = QImage(_PIXELS, _PIXELS, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(drawing).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a string
    return bytes(buffer.data().data())


if __name__ == "__main__":
    main(sys.argv[1:])
