"""insikt.yaml is searched for personal data as records are, but for what it says is allowed."""

from pathlib import Path

import pytest

from conftest import SETTINGS, Insikt


def say(insikt: Insikt, text: str | bytes) -> tuple[int, list[str]]:
    raw = text if isinstance(text, bytes) else (SETTINGS + text).encode()
    Path(insikt.root, "insikt.yaml").write_bytes(raw)
    code, out, err = insikt("lint", "--output-format", "concise")
    assert not [secret for secret in ("2390", "1740605", "kalleanka") if secret in out + err]
    return code, [line for line in out.splitlines() if " PD" in line]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# pnr 790620-2390\n", "insikt.yaml:6:7 PD101"),
        ("källor: []  # fråga kalleanka@example.com\n", "insikt.yaml:6:21 PD203"),
        ("# ring 070-1740605\n", "insikt.yaml:6:8 PD201"),
        ("lint: {ignorera: [UP], tillåtna: [790620-2390]}\n", "insikt.yaml:6:35 PD101"),
        ("källor: []  # hans namn: Kevin\n", "insikt.yaml:6:26 PD402"),
        ("källor: []  # kontakt, namn: Kevin\n", "insikt.yaml:6:30 PD402"),
    ],
)
def test_settings_are_searched(insikt: Insikt, text: str, found: str) -> None:
    code, said = say(insikt, text)
    assert code == 1
    assert [line[: len(found)] for line in said] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "lint: {tillåtna: [kontakt@exempelkoping.se, '070-174 06 05', '@exempelkoping.se']}\n",
        "lint: {tillåtna: [kontakt@exempelkoping.se]}\nfel: 1\n",
        "lint: {tillåtna: [0150-123 45], ignorera: [XX]}\n",
        "# Växeln är 054-12 34 56.  # insikt: ignore PD202 -- kommunens växel\n",
    ],
)
def test_what_is_allowed_or_excused_is_not_found(insikt: Insikt, text: str) -> None:
    assert say(insikt, text)[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "  fantasiberg:\n    namn: Fantasiberg\n    slag: kommun\n",
        "  forsoksholm: {slag: kommun, namn: 'Försöksholm'}\n",
        '  forsoksholm: {"namn": "Försöksholm", slag: kommun}\n',
    ],
)
def test_what_an_organisation_is_called_is_nobodys_name(insikt: Insikt, text: str) -> None:
    settings = f"organisationer:\n{text}"
    _, said = say(insikt, settings.encode())
    assert said == []


def test_settings_that_cannot_be_read_are_searched(insikt: Insikt) -> None:
    assert [line[:21] for line in say(insikt, "# pnr 790620-2390\n".encode("utf-16"))[1]] == [
        "insikt.yaml:1:7 PD101"
    ]
    assert say(insikt, "a: [\n# pnr 790620-2390\n")[1]


def test_a_comment_in_the_settings_excuses_nothing_but_personal_data(insikt: Insikt) -> None:
    Path(insikt.root, "insikt.yaml").write_text(
        SETTINGS + "fel: 1  # insikt: ignore SC102 -- vårt\n", encoding="utf-8"
    )
    assert "insikt.yaml:6:1 SC102" in insikt("lint", "--output-format", "concise")[1]


def test_a_needless_excuse_in_the_settings_is_told(insikt: Insikt) -> None:
    Path(insikt.root, "insikt.yaml").write_text(
        SETTINGS + "# insikt: ignore PD202 -- växeln\nlint: {ignorera: [UP]}\n", encoding="utf-8"
    )
    assert "insikt.yaml:6:1 SU102" in insikt("lint", "--output-format", "concise")[1]


def test_the_settings_that_an_editor_pipes(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    from insiktskarta.cli import console

    monkeypatch.setattr(console, "read", lambda _: (SETTINGS + "# pnr 790620-2390\n").encode())
    path = str(insikt.root / "insikt.yaml")
    assert "PD101" in insikt("lint", "--stdin-filename", path, "--output-format", "concise")[1]
    assert insikt("lint")[0] == 0
