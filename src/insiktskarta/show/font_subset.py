"""The bundled fonts, and a cut of one with the outlines of some characters only, for embedding.

Only two tables change (OpenType 1.9, `glyf` and `loca`): outlines that are not in use become empty, so glyph numbers, widths and
the character map stay as they are and no table needs renumbering. build_fonts.py leaves no composite glyphs.
"""

import struct
from base64 import b64encode
from functools import cache
from pathlib import Path

FAMILY = "Insikt Sans"
WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}
_FOLDER = Path(__file__).parent / "fonts"
_KEPT = (b"OS/2", b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name", b"post")


def path(weight: str) -> Path:
    """The TTF file of a weight."""
    return _FOLDER / f"InsiktSans-{weight.capitalize()}.ttf"


@cache
def face(weight: str, characters: frozenset[str]) -> str:
    """A CSS @font-face rule with the glyphs of these characters inside."""
    data = b64encode(subset(path(weight).read_bytes(), characters)).decode("ascii")
    return f"@font-face{{font-family:'{FAMILY}';font-weight:{WEIGHTS[weight]};src:url(data:font/ttf;base64,{data})format('truetype')}}"


def subset(font: bytes, characters: frozenset[str]) -> bytes:
    """A TTF with empty outlines for all glyphs but those of `characters` and the box for missing ones."""
    tables = _tables(font)
    wide = struct.unpack_from(">h", tables[b"head"], 50)[0]
    count = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
    offsets = struct.unpack(
        f">{count + 1}{'I' if wide else 'H'}", tables[b"loca"][: (count + 1) * (4 if wide else 2)]
    )
    scale = 1 if wide else 2
    kept = {0, *_glyphs(tables[b"cmap"], characters)}
    outlines, places = bytearray(), [0]
    for glyph in range(count):
        if glyph in kept:
            outlines += tables[b"glyf"][offsets[glyph] * scale : offsets[glyph + 1] * scale]
            outlines += b"\0" * (-len(outlines) % 4)
        places.append(len(outlines))
    tables[b"glyf"] = bytes(outlines)
    tables[b"loca"] = struct.pack(f">{count + 1}I", *places)
    head = tables[b"head"]
    tables[b"head"] = head[:8] + bytes(4) + head[12:50] + struct.pack(">h", 1) + head[52:]
    return _font({tag: tables[tag] for tag in _KEPT})


def _tables(font: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", font, 4)[0]
    entries = [struct.unpack_from(">4s3I", font, 12 + 16 * index) for index in range(count)]
    return {tag: font[start : start + length] for tag, _, start, length in entries}


def _glyphs(cmap: bytes, characters: frozenset[str]) -> set[int]:
    """Glyph numbers of the characters, by the segment map (format 4) that every TTF for Windows has."""
    for index in range(struct.unpack_from(">H", cmap, 2)[0]):
        start = struct.unpack_from(">I", cmap, 8 + 8 * index)[0]
        if struct.unpack_from(">H", cmap, start)[0] == 4:  # noqa: PLR2004 - the format
            break
    segments = struct.unpack_from(">H", cmap, start + 6)[0] // 2
    arrays = struct.unpack_from(f">{segments}H2x{segments}H{segments}h", cmap, start + 14)
    place = start + 16 + 6 * segments
    found = set()
    for code in (ord(character) for character in characters):
        segment = next((index for index in range(segments) if arrays[index] >= code), None)
        if segment is None or arrays[segments + segment] > code:
            continue
        jump = struct.unpack_from(">H", cmap, place + 2 * segment)[0]
        if not jump:
            found.add((code + arrays[2 * segments + segment]) % 65536)
            continue
        at = place + 2 * segment + jump + 2 * (code - arrays[segments + segment])
        found.add(struct.unpack_from(">H", cmap, at)[0])
    return found


def _font(tables: dict[bytes, bytes]) -> bytes:
    """The file of some tables, with their checksums; `head` comes with its own set to zero."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    start = struct.pack(
        ">I4H", 0x00010000, count, power * 16, power.bit_length() - 1, count * 16 - power * 16
    )
    directory, body, adjust = b"", b"", 0
    for tag, data in tables.items():
        place = 12 + 16 * count + len(body)
        adjust = place + 8 if tag == b"head" else adjust
        body += data + bytes(-len(data) % 4)
        directory += struct.pack(">4s3I", tag, _sum(data), place, len(data))
    font = start + directory + body
    return font[:adjust] + struct.pack(">I", (0xB1B0AFBA - _sum(font)) & 0xFFFFFFFF) + font[adjust + 4 :]


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF
