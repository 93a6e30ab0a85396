"""What all tests share."""

from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from insiktskarta.cli import console, main

# No test is about time: a loaded machine must not fail it.
hypothesis.settings.register_profile("insikt", deadline=None)
hypothesis.settings.load_profile("insikt")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

SETTINGS = """\
organisationer:
  exempelkoping: {namn: Exempelköping, slag: kommun}
  pahittsala: {namn: Påhittsala, slag: kommun}
  aby: {namn: Åby, slag: kommun}
deltagare: [exempelkoping, pahittsala, aby]
"""
RECORDS = {
    "exempelkoping/en-vag-in": """\
typ: insikt
rubrik: Unga vill ha en väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
perspektiv-säkerhet: uttalat
grupper: [ungdomar]
röst: egen
förflyttningar: [akut-till-förebyggande]
teman: [tillgänglighet-och-tillit]
insamlad: 2024-10
bygger-på: [exempelkoping/intervjuer]
""",
    "exempelkoping/intervjuer": """\
typ: insiktsarbete
rubrik: Intervjuer på fritidsgården
beskrivning: Unga berättar om hur de vill nå stödet.
perspektiv: [invånare]
grupper: [ungdomar]
metoder: [djupintervju]
antal: 12
status: genomfört
""",
    "exempelkoping/kvallsoppet": """\
typ: test
rubrik: Öppet på kvällen
beskrivning: Telefonen är öppen till klockan 20 två kvällar i veckan.
status: pågående
bygger-på: [exempelkoping/en-vag-in]
""",
    "pahittsala/foraldrar-upprepar": """\
typ: insikt
rubrik: Föräldrar upprepar sin historia
insikt: Varje ny kontakt börjar om från början, och det får föräldrar att dra sig undan.
perspektiv: [klienter, riskgrupp]
grupper: [föräldrar, vuxna]
röst: egen
förflyttningar: [organisation-till-individ]
insamlad: 2023
lika: [exempelkoping/en-vag-in]
""",
    "pahittsala/far-inte-veta": """\
typ: insikt
rubrik: Får inte veta varför
insikt: Den som får ett avslag vill förstå skälet.
perspektiv: [klienter]
röst: egen
""",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected outputs anew")


@pytest.fixture
def shared() -> Path:
    """The material beside the repository; a user's clone has none."""
    if not SHARED.is_dir():
        pytest.skip("the shared material is not beside this clone")
    return SHARED


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A small workspace of made-up places."""
    root = tmp_path / "arbetsyta"
    write_workspace(root, RECORDS)
    return root


def write_workspace(root: Path, records: dict[str, str], settings: str = SETTINGS) -> None:
    (root / "insights").mkdir(parents=True, exist_ok=True)
    (root / "insikt.yaml").write_text(settings, encoding="utf-8", newline="\n")
    for record_id, text in records.items():
        path = root / "insights" / f"{record_id}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the committed one of that name."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return compare


class Insikt:
    """The command, run in this process on a workspace."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.capsys = root, capsys

    def __call__(self, *arguments: str, lang: str = "sv") -> tuple[int, str, str]:
        self.capsys.readouterr()
        code = main([*arguments, "--workspace", str(self.root), "--lang", lang])
        captured = self.capsys.readouterr()
        return code, captured.out, captured.err


@pytest.fixture
def insikt(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Insikt:
    """Run the command on the small workspace: exit code, output, messages."""
    return Insikt(workspace, capsys)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Let a person answer; what was offered to be mended comes back as a list."""

    def set_up(*lines: str | type[BaseException]) -> list[str]:
        rest, offered = iter(lines), []

        def answer(prompt: str, typed: str = "") -> str:
            offered.append(typed)
            line = next(rest)
            if isinstance(line, str):
                return line
            raise line

        monkeypatch.setattr(console, "somebody", lambda: True)
        monkeypatch.setattr(console, "ask", answer)
        return offered

    return set_up
