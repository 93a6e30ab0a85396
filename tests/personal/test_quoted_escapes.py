"""What is quoted of a file's own text, where numbers are written with escapes: nothing of them can be read back."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from conftest import SETTINGS, Insikt, write_workspace
from insiktskarta.model.masking import masked, masked_numbers
from insiktskarta.model.personal.escaped import understood

GOOD = """\
typ: insikt
rubrik: Unga vill bli trodda
insikt: Unga behöver bli trodda redan första gången de söker hjälp.
perspektiv: [klienter]
röst: egen
"""
FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit")
WRITINGS: dict[str, Callable[[str], str]] = {
    "hex": lambda sign: f"\\x{ord(sign):02x}",
    "capitals": lambda sign: f"\\x{ord(sign):02X}",
    "four": lambda sign: f"\\u{ord(sign):04x}",
    "eight": lambda sign: f"\\U{ord(sign):08x}",
    "address": lambda sign: f"%{ord(sign):02X}",
    "page": lambda sign: f"&#{ord(sign)};",
}
NUMBERS = {
    "790620-2390": 2,
    "19790620-2390": 2,
    "7906202390": 2,
    "790620-2391": 2,  # with a wrong last digit
    "0701740605": 2,
    "070-174 06 05": 2,
    "054-12 34 56": 2,
    "kalleanka@example.com": 1,
    "SE45 5000 0000 0583 9825 7466": 2,
}


def spellings(text: str, write: Callable[[str], str]) -> list[str]:
    """A text with each sign escaped alone, with every other one, and with all of them."""
    alone = [text[:at] + write(sign) + text[at + 1 :] for at, sign in enumerate(text)]
    by_turns = "".join(write(sign) if at % 2 else sign for at, sign in enumerate(text))
    return [*alone, by_turns, "".join(map(write, text))]


def read_back(shown: str) -> str:
    """The letters and digits that can still be read, codes being read as what they stand for."""
    said = re.sub(r"\\U00(?=•)", "", unescape(unquote(understood(shown).text)))  # half a code is no sign
    return "".join(sign for sign in said if sign.isalnum())


@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize("number", NUMBERS)
def test_no_number_is_read_back(number: str, writing: str) -> None:
    for spelling in spellings(number, WRITINGS[writing]):
        for before, after in (("", ""), ('rubrik: "', '"'), (r'"Hej \n', r'\_x"'), ("|\n  ", "\n")):
            for hide in (masked, masked_numbers):
                shown = hide(before + spelling + after)
                assert len(shown) == len(before + spelling + after)
                assert shown.startswith(before)
                assert shown.endswith(after)
                left = read_back(shown[len(before) : len(shown) - len(after)])
                assert len(left) <= NUMBERS[number], (spelling, shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r'"Pnr 790620\_2390"', r'"Pnr 79••••\_••••"'),
        (r'"kalleanka\u0040example.com"', r'"k••••••••\••••••••••••.•••"'),
        (r'"Handl\xE4ggaren \xC5sa \xD6berg"', r'"Handl\xE4ggaren \••••• \•••••••"'),
        ("'790620\n  -2390'", "'79••••\n  -••••'"),
        ('"790620-\\\r\n  2390"', '"79••••-\\\r\n  ••••"'),
        (r'"Ring\n0701740605\noch"', r'"Ring\n07••••••••\noch"'),
    ],
)
def test_what_is_hidden_of_an_escaped_text(text: str, shown: str) -> None:
    assert masked(text) == shown
    assert masked(shown) == shown


@pytest.mark.parametrize(
    "text", [r"C:\texter\nya\2024", r'"Rad ett\nRad två, 12\tpersoner"', "Den 3\n  -12 grader", "a\\", "\\x4"]
)
def test_what_is_nobodys_is_shown(text: str) -> None:
    assert masked(text) == text
    assert masked_numbers(text) == text


SPELLED = [
    *("".join(map(WRITINGS[writing], "790620-2390")) for writing in ("hex", "four", "eight")),
    "".join(map(WRITINGS["hex"], "0701740605")),
    r"\x3790620-2390",
    r"790620-239\u0030",
    r"790620\_2390",
    r"070\_174\_06\_05",
]


@pytest.mark.parametrize(
    "line",
    [
        'egen: "Om {}."',  # an unknown key, whose line is shown
        '"{}": x',
        'röst: "{}"',
        'teman: ["{}"]',
        'antal: "{}"',
        'lika: ["exempelkoping/{}"]',
        'rubrik: "{}',  # a quote that does not end
        'citat: ["{}"',
        "rubrik: &{} x",
        "teman: [{}, *{}]",
        'anteckning: "{}"   ',  # spaces at the end of the line
        'anteckning: "\\q {}"',  # an escape that there is not
    ],
)
def test_no_output_shows_it(insikt: Insikt, line: str) -> None:
    put(insikt.root, [GOOD.replace("röst: egen\n", "") + line.replace("{}", each) + "\n" for each in SPELLED])
    for form in FORMATS:
        for rules in ((), ("--ignore", "PD")):
            code, out, err = insikt("lint", "--output-format", form, *rules)
            assert code in (0, 1), err
            assert not shows(out + err), (form, out + err)
    for words in (["lint", "--diff"], ["show", "exempelkoping/a0"], ["query"], ["report"]):
        code, out, err = insikt(*words)
        assert code != 3, err
        assert not shows(out + err), words


def shows(said: str) -> bool:
    """Whether four digits of the numbers can be read in what is said, however they are written."""
    said = re.sub(r"\b[0-9a-f]{32,64}\b", "", said)  # a fingerprint holds any digits
    unquoted = unescape(unquote(said.replace("\\\\", "\\")))  # JSON doubles a backslash
    plain = re.sub(r"\W", "", understood(unquoted).text)
    return any(part in plain for part in ("790620", "2390", "0701740", "740605"))


def put(root: Path, texts: list[str]) -> None:
    write_workspace(root, {}, SETTINGS)
    folder = root / "insights/exempelkoping"
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"a{number}.yaml").write_text(text, encoding="utf-8")
