"""Read workflow commands back as GitHub's runner does, to see what it would make of them."""

from typing import NamedTuple

_IN_DATA = {"%0D": "\r", "%0A": "\n", "%25": "%"}
_IN_PROPERTY = {"%3A": ":", "%2C": ",", **_IN_DATA}


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def commands(output: str) -> list[Command]:
    lines = output.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [_command(line) for line in lines if line]


def _command(line: str) -> Command:
    assert line.startswith("::"), line
    head, marks, data = line[2:].partition("::")
    assert marks, line
    name, _, pairs = head.partition(" ")
    properties = dict(pair.split("=", 1) for pair in pairs.split(",") if pair)
    return Command(
        name,
        {key: _unescaped(value, _IN_PROPERTY) for key, value in properties.items()},
        _unescaped(data, _IN_DATA),
    )


def _unescaped(text: str, signs: dict[str, str]) -> str:
    for code, sign in signs.items():
        text = text.replace(code, sign)
    return text
