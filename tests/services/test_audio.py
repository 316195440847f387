"""Documents as sound: with the computer's voice where it has one, and a sentence where not."""

import io
import shutil
import subprocess
import wave
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_versions import a_letter

from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.audio import (
    EspeakSpeaker,
    MacSpeaker,
    Voice,
    WindowsSpeaker,
    espeak_voices,
    mac_voices,
    speak_document,
    speak_to_file,
    voice_for,
    voices,
    whole_wave,
    windows_voices,
)
from iro_desktop.services.faults import NoVoice, SpeechFailed
from iro_desktop.services.wording import words_for

ESPEAK = """Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  ar              --/M      Arabic             sem/ar
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 3  en-uk           --/M      english-mb-en1     mb/mb-en1            (en-gb 3)(en 2)
 5  yue             --/M      Chinese_(Cantonese,_latin_as_English) sit/yue
"""
MAC = """Daniel              en_GB    # Hello! My name is Daniel.
Bad News            en_US    # Hello! My name is Bad News.
Grandma (English (UK)) en_GB    # Hello! My name is Grandma.
Sinji               zh_HK    # a sentence
Majed               ar_001   # a sentence
"""
WINDOWS = "en-GB\tMicrosoft Hazel Desktop\r\npl-PL\tMicrosoft Paulina Desktop\r\n\r\n"
TEXT = "Zorbelina, you were brave."


@pytest.fixture
def no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without any program that speaks."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)


def length_of(path: Path) -> float:
    with wave.open(str(path)) as sound:
        return sound.getnframes() / sound.getframerate()


def needs_a_voice() -> bool:
    """Whether this computer speaks; then what it says is heard, else what is said instead is."""
    return shutil.which("espeak-ng") is not None


def test_that_a_letter_is_heard_where_the_computer_speaks(tmp_path: Path) -> None:
    out = tmp_path / "letter.wav"
    if not needs_a_voice():
        with pytest.raises(NoVoice):
            speak_document(a_letter(), out)
        assert not out.exists()
        return
    speak_document(a_letter("You were brave. " * 20), out)
    assert 15 < length_of(out) < 120
    shorter = tmp_path / "shorter.wav"
    speak_document(a_letter("You were brave."), shorter)
    assert 0.5 < length_of(shorter) < length_of(out) / 3


def test_that_every_language_of_documents_has_a_voice_where_espeak_is_there() -> None:
    known = voices()
    assert bool(known) is needs_a_voice()
    tags = [code for code in LANGUAGES if not code.endswith(("XA", "XB"))]
    if known:
        assert [tag for tag in tags if voice_for(tag, known) is None] == []


def test_that_a_computer_without_a_voice_says_so(no_voice: None, tmp_path: Path) -> None:
    assert voices() == ()
    with pytest.raises(NoVoice) as refused:
        speak_to_file(TEXT, "pl", tmp_path / "letter.wav")
    said = words_for(refused.value, Translator())
    assert "pl" in said.sentence
    assert "espeak-ng" in said.next_step
    assert list(tmp_path.iterdir()) == []


def test_that_a_language_without_a_voice_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: "espeak-ng")
    monkeypatch.setattr(EspeakSpeaker, "voices", lambda _self: (Voice("en-gb", "en-gb"),))
    with pytest.raises(NoVoice):
        speak_to_file(TEXT, "pl", tmp_path / "letter.wav")


@pytest.mark.parametrize(
    ("listing", "read", "wanted"),
    [
        (ESPEAK, espeak_voices, {"ar": "ar", "en-GB": "en-gb", "zh-Hant": "yue"}),
        (MAC, mac_voices, {"en-GB": "Daniel", "zh-Hant": "Sinji", "ar": "Majed"}),
        (
            WINDOWS,
            windows_voices,
            {"en-GB": "Microsoft Hazel Desktop", "pl": "Microsoft Paulina Desktop"},
        ),
    ],
    ids=("espeak", "mac", "windows"),
)
def test_that_each_system_lists_its_voices_in_its_own_way(
    listing: str, read: object, wanted: dict[str, str]
) -> None:
    assert callable(read)
    known = read(listing)
    found = {tag: voice_for(tag, known) for tag in wanted}
    assert {tag: voice.name for tag, voice in found.items() if voice} == wanted
    assert voice_for("cy", known) is None
    assert not [voice for voice in known if "mb" in voice.name]


@given(st.text(st.sampled_from("aZ_- \t\n#?é")))
def test_that_no_listing_brings_it_down(listing: str) -> None:
    for read in (espeak_voices, mac_voices):
        assert all(voice.language and voice.name for voice in read(listing))
    assert len(windows_voices(listing)) <= len(listing.splitlines())


@pytest.mark.parametrize("speaker", [EspeakSpeaker, MacSpeaker, WindowsSpeaker])
def test_that_the_text_goes_by_the_standard_input_alone(
    speaker: type[EspeakSpeaker | MacSpeaker | WindowsSpeaker],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    calls: list[tuple[list[str], bytes]] = []

    def run(
        command: list[str],
        *,
        input: bytes,  # noqa: A002  # subprocess's own word
        **_rest: object,
    ) -> subprocess.CompletedProcess[bytes]:
        calls.append((command, input))
        return subprocess.CompletedProcess(command, 0, stdout=b"")

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(SpeechFailed):  # nothing came back
        speaker("program").wave_of(TEXT, Voice("en-GB", "O'Made Up"), tmp_path)
    assert list(tmp_path.iterdir()) == []
    ((command, given_text),) = calls
    assert given_text.decode() == TEXT
    assert not [word for word in command if "Zorbelina" in word]
    assert any("O'Made Up" in word or "O''Made Up" in word for word in command)


def test_that_a_program_that_fails_is_said_to_have_failed_and_quotes_nothing(
    tmp_path: Path,
) -> None:
    with pytest.raises(SpeechFailed) as failed:
        EspeakSpeaker("/nowhere/espeak-ng").wave_of(TEXT, Voice("en-gb", "en-gb"), tmp_path)
    assert failed.value.__cause__ is None
    assert failed.value.__suppress_context__


def _streamed(sound: bytes, rate: int = 22050) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as whole:
        whole.setnchannels(1)
        whole.setsampwidth(2)
        whole.setframerate(rate)
        whole.writeframes(sound)
    raw = bytearray(file.getvalue())
    raw[4:8], raw[40:44] = b"\x24\xf0\xff\x7f", b"\x00\xf0\xff\x7f"
    return bytes(raw)


@given(st.binary(min_size=2, max_size=400))
def test_that_sound_that_was_streamed_is_given_its_length(sound: bytes) -> None:
    with wave.open(io.BytesIO(whole_wave(_streamed(sound + b"\0" * (len(sound) % 2))))) as read:
        assert read.getframerate() == 22050
        assert read.readframes(read.getnframes()).startswith(sound)


@given(st.binary(max_size=200))
def test_that_what_is_no_sound_is_refused(data: bytes) -> None:
    with pytest.raises(SpeechFailed):
        whole_wave(data)
