"""A document as sound, by the voice that the computer has: espeak-ng, macOS's own, or Windows's.

The text goes to the voice by its standard input: never on a command line, which others on the
computer can read, and never through a file. The program itself brings no voice.
"""

import io
import re
import shutil
import struct
import subprocess  # the voices are programs; each is called by its full path
import sys
import tempfile
import wave
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from typing_extensions import override

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.plain_text import write_text
from iro_desktop.services.disk_faults import disk_faults
from iro_desktop.services.faults import NoVoice, SpeechFailed
from iro_desktop.services.private_file import write_file

_LONGEST = 900  # seconds to wait for a voice: it speaks many times faster than it is heard


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of this computer. `language` is a BCP 47 tag, `name` what the computer calls it."""

    language: str
    name: str


class Speaker(Protocol):
    """A program that speaks."""

    def voices(self) -> tuple[Voice, ...]:
        """Every voice it has."""
        ...

    def wave_of(self, text: str, voice: Voice, beside: Path) -> bytes:
        """The text as it sounds, as a WAV file; `beside` is the folder that it is meant for.

        Raises:
            SpeechFailed: no sound came back.
        """
        ...


def voices() -> tuple[Voice, ...]:
    """The voices of this computer; none where no program is there that speaks."""
    speaker = speaker_of_this_computer()
    return speaker.voices() if speaker else ()


def speak_to_file(text: str, language: str, out: Path) -> None:
    """Write the text, as it sounds in this language (a BCP 47 tag), to a WAV file.

    Raises:
        NoSpace, NotWritable: the file cannot be written.
        NoVoice: no voice of this computer speaks the language.
        SpeechFailed: the program that speaks gave nothing back.
    """
    speaker = speaker_of_this_computer()
    voice = voice_for(language, speaker.voices()) if speaker else None
    if speaker is None or voice is None:
        raise NoVoice(code=language)
    write_file(speaker.wave_of(text, voice, out.parent), out)


def speak_document(document: Document, out: Path) -> None:
    """Write a document, as it sounds in its language, to a WAV file. Raises as `speak_to_file`."""
    speak_to_file(write_text(document), document.language, out)


def speaker_of_this_computer(platform: str = sys.platform) -> Speaker | None:
    """The program that speaks here; None where there is none."""
    name, kind = {
        "darwin": ("say", MacSpeaker),
        "win32": ("powershell", WindowsSpeaker),
    }.get(platform, ("espeak-ng", EspeakSpeaker))
    program = shutil.which(name)
    return kind(program) if program else None


# Who reads Chinese in traditional characters mostly speaks Cantonese in England; then Mandarin.
_SPOKEN_AS = {"zh-hant": ("yue", "zh-hk", "cmn", "zh-tw", "zh")}


def voice_for(language: str, known: Sequence[Voice]) -> Voice | None:
    """The voice of that very language and country, or else of the language."""
    wanted = language.casefold()
    primary = wanted.split("-", maxsplit=1)[0]
    for tag in (*_SPOKEN_AS.get(wanted, ()), wanted, primary):
        for voice in known:
            if voice.language.casefold() == tag:
                return voice
    for voice in known:
        if voice.language.casefold().startswith(f"{primary}-"):
            return voice
    return None


class EspeakSpeaker(Speaker):
    """espeak-ng 1.50 or later, as Linux has it."""

    def __init__(self, program: str) -> None:
        self._program = program

    @override
    def voices(self) -> tuple[Voice, ...]:
        return espeak_voices(_said_by([self._program, "--voices"]).decode(errors="replace"))

    @override
    def wave_of(self, text: str, voice: Voice, beside: Path) -> bytes:
        command = [self._program, "--stdin", "--stdout", "-b", "1", "-s", "150", "-v", voice.name]
        # Two brackets would begin phonemes and not words.
        return whole_wave(_said_by(command, text.replace("[[", "[ [")))


class MacSpeaker(Speaker):
    """The `say` of macOS. It needs a file for the sound: a hidden one where it is meant for."""

    def __init__(self, program: str) -> None:
        self._program = program

    @override
    def voices(self) -> tuple[Voice, ...]:
        return mac_voices(_said_by([self._program, "-v", "?"]).decode(errors="replace"))

    @override
    def wave_of(self, text: str, voice: Voice, beside: Path) -> bytes:
        with disk_faults(beside.name), _hidden_folder(beside) as folder:
            sound = folder / "sound.wav"
            form = ["--file-format=WAVE", "--data-format=LEI16@22050"]
            _said_by([self._program, "-v", voice.name, *form, "-o", str(sound), "-f", "-"], text)
            return whole_wave(sound.read_bytes() if sound.exists() else b"")


_WINDOWS_SPEAKER = (
    "Add-Type -AssemblyName System.Speech;"
    "$s = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
)
_WINDOWS_VOICES = (
    _WINDOWS_SPEAKER + "[Console]::OutputEncoding = [Text.Encoding]::UTF8;"
    "$s.GetInstalledVoices() | Where-Object { $_.Enabled } | ForEach-Object "
    '{ $_.VoiceInfo.Culture.Name + "`t" + $_.VoiceInfo.Name }'
)
_WINDOWS_SOUND = (
    "$in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8);"
    "$text = $in.ReadToEnd();" + _WINDOWS_SPEAKER + "$s.SelectVoice('{voice}');"
    "$wave = New-Object IO.MemoryStream; $s.SetOutputToWaveStream($wave); $s.Speak($text);"
    "$s.SetOutputToNull(); $out = [Console]::OpenStandardOutput(); $wave.WriteTo($out);"
    "$out.Flush()"
)


class WindowsSpeaker(Speaker):
    """The voices of Windows (SAPI 5), through PowerShell."""

    def __init__(self, program: str) -> None:
        self._program = program

    @override
    def voices(self) -> tuple[Voice, ...]:
        return windows_voices(self._run(_WINDOWS_VOICES).decode(errors="replace"))

    @override
    def wave_of(self, text: str, voice: Voice, beside: Path) -> bytes:
        name = voice.name.replace("'", "''")
        return whole_wave(self._run(_WINDOWS_SOUND.replace("{voice}", name), text))

    def _run(self, script: str, text: str = "") -> bytes:
        return _said_by([self._program, "-NoProfile", "-NonInteractive", "-Command", script], text)


def espeak_voices(listing: str) -> tuple[Voice, ...]:
    """What `espeak-ng --voices` lists, but for voices of mbrola, which need files of their own."""
    found = []
    for line in listing.splitlines()[1:]:
        match line.split():
            case [_, language, _, _, file, *_] if not file.startswith("mb/"):
                found.append(Voice(language, language))
    return tuple(dict.fromkeys(found))


def mac_voices(listing: str) -> tuple[Voice, ...]:
    """What `say -v ?` lists: a name, which may have spaces, a locale, and a sentence."""
    found = re.findall(r"^(.+?)\s+([a-z]{2,3}(?:[_-]\w+)+)\s+#", listing, re.MULTILINE)
    return tuple(Voice(locale.replace("_", "-"), name.strip()) for name, locale in found)


def windows_voices(listing: str) -> tuple[Voice, ...]:
    """What the script above lists: a culture and a name to a line, with a tab between."""
    pairs = (line.split("\t", maxsplit=1) for line in listing.splitlines() if "\t" in line)
    return tuple(Voice(culture.strip(), name.strip()) for culture, name in pairs)


def whole_wave(streamed: bytes) -> bytes:
    """A WAV file whose head says how long it is: one that was streamed cannot know.

    RIFF, Multimedia Programming Interface and Data Specifications 1.0 (1991).

    Raises:
        SpeechFailed: it is no WAV file with sound in it.
    """
    begins, at = streamed.find(b"fmt "), streamed.find(b"data")
    if not streamed.startswith(b"RIFF") or not 0 < begins < at or len(streamed) <= at + 8:
        raise SpeechFailed
    _, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", streamed, begins + 8)
    frame = channels * bits // 8
    sound = streamed[at + 8 :]
    file = io.BytesIO()
    with wave.open(file, "wb") as whole:
        whole.setnchannels(channels)
        whole.setsampwidth(bits // 8)
        whole.setframerate(rate)
        whole.writeframes(sound[: len(sound) - len(sound) % frame])
    return file.getvalue()


@contextmanager
def _hidden_folder(beside: Path) -> Iterator[Path]:
    """A folder of its owner's alone, for a moment."""
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".", dir=beside) as folder:
        yield Path(folder)


def _said_by(command: Sequence[str], text: str = "") -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  # no shell; nothing of the record is in the command
            list(command), input=text.encode(), capture_output=True, timeout=_LONGEST, check=True
        )
    except (OSError, subprocess.SubprocessError):
        raise SpeechFailed from None  # what the program said may quote the text
    return done.stdout
