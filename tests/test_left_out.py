"""A run says which rules about personal data the settings leave out."""

import pytest

from conftest import SETTINGS, Insikt

SAID = "insikt.yaml utelämnar regler om personuppgifter"


@pytest.mark.parametrize(
    ("lint", "options", "rules"),
    [
        ("{ignorera: [PD]}", [], "PD."),
        ("{ignorera: [PD101, UP]}", [], "PD101."),
        ("{ignorera: [PD20]}", [], "PD201, PD202, PD203, PD204."),
        ("{välj: [YA, SC]}", [], "PD."),
        ("{per-sökväg: {insights/aby: [PD2, UP]}}", [], "PD2 (insights/aby)."),
        ("{ignorera: [PD2], per-sökväg: {insights/aby: [PD2]}}", [], "PD201, PD202, PD203, PD204."),
        ("{ignorera: [PD]}", ["insights/exempelkoping", "insights/exempelkoping/intervjuer.yaml"], "PD."),
        ("{ignorera: [PD202]}", ["--select", "PD"], "PD202."),
        ("{ignorera: [PD202]}", ["--output-format", "concise"], "PD202."),
        ("{ignorera: [UP], tillåtna: [kontakt@exempelkoping.se]}", [], None),
        ("{ignorera: [PD202]}", ["--select", "YA"], None),
        ("{ignorera: [PD202]}", ["--ignore", "PD2"], None),
        ("{ignorera: [PD]}", ["--output-format", "json"], None),
    ],
)
def test_what_the_settings_leave_out_is_said_once(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, lint: str, options: list[str], rules: str | None
) -> None:
    (insikt.root / "insikt.yaml").write_text(SETTINGS + f"lint: {lint}\n", encoding="utf-8")
    monkeypatch.chdir(insikt.root)
    code, out, err = insikt("lint", *options)
    said = [line for line in (out + err).splitlines() if line.startswith(SAID)]
    assert code == 0
    assert [line.split(": ")[1].split(". ")[0] + "." for line in said] == ([rules] if rules else [])
