"""Reads the text, the paper and the fonts of a PDF as WeasyPrint writes it: no other program needs to be there."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader sees: the words, the pages with their size in millimetres, and the fonts carried along."""

    text: str
    pages: tuple[tuple[int, int], ...]
    fonts: frozenset[str]
    plain: str

    @property
    def squeezed(self) -> str:
        """The words without any space: a line may break anywhere in Chinese."""
        return re.sub(r"\s", "", self.text)


def read_pdf(made: bytes) -> Read:
    """Read one. `plain` holds everything that is not drawn: title, author, outline."""
    assert made.startswith(b"%PDF-")
    streams = {int(number): _unpacked(body) for number, body in _OBJECT.findall(made) if b"stream" in body}
    kept = b"\n".join(body for body in streams.values() if b"/Type /Page" in body).decode("latin1")
    plain = kept + _OBJECT.sub(b"", made).decode("latin1")
    sizes = re.findall(r"/Type /Page/.*?/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", kept)
    told = re.findall(r"/Type0/BaseFont /(\w+)\+([\w-]+)/ToUnicode (\d+)", kept)
    embedded = re.findall(r"/FontName /\w+\+([\w-]+)[^>]*?/FontFile", kept)
    fonts = {tag: _cmap(streams[int(number)]) for tag, _, number in told}
    drawn = [body.decode("latin1") for body in streams.values() if b" Tf" in body]
    return Read(
        "\n".join(_text(one, fonts) for one in drawn),
        tuple((round(float(wide) * 25.4 / 72), round(float(high) * 25.4 / 72)) for wide, high in sizes),
        frozenset(embedded),
        plain,
    )


def _unpacked(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found is not None
    return zlib.decompress(found[1]) if b"FlateDecode" in body else found[1]


def _cmap(body: bytes) -> dict[str, str]:
    pairs = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]+)>", body.decode("latin1"))
    return {glyph: bytes.fromhex(said).decode("utf-16-be") for glyph, said in pairs}


def _text(drawn: str, fonts: dict[str, dict[str, str]]) -> str:
    said: list[str] = []
    font: dict[str, str] = {}
    for tag, glyphs, end in re.findall(r"/(\w+) [\d.]+ Tf|<([0-9a-f]+)>|(\bET\b)", drawn):
        if tag:
            font = fonts[tag]
        elif glyphs:
            said += [font.get(glyphs[at : at + 4], "?") for at in range(0, len(glyphs), 4)]
        elif end:
            said.append("\n")
    return "".join(said)
