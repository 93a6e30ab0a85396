"""An index that is brought up to date, edit by edit and day by day, tells what one made anew would tell."""

import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import write_workspace
from insiktskarta.files.index import FILE, FOLDER, Day, open_corpus
from insiktskarta.model.finding import Finding

_NAMES = ("a", "b", "c")
_DAYS = ("2024-01-01", "2025-06-01", "2030-01-01")
_TERMS = "SELECT id, facet, position, term FROM term JOIN record USING (nr) ORDER BY id, facet, term"
_LINKS = tuple(f"exempelkoping/{name}" for name in (*_NAMES, "saknas"))


@st.composite
def _records(draw: st.DrawFn) -> str:
    gathered = draw(st.sampled_from(["2023-12", "2024", "2025-05"]))
    kind = draw(st.sampled_from(["insikt", "insiktsarbete"]))
    lines = [
        f"typ: {kind}",
        f"rubrik: {draw(st.sampled_from(['Unga vill bli hörda', 'Unga vill slippa vänta']))}",
        "perspektiv: [invånare]",
        f"insamlad: {gathered}",
    ]
    if kind == "insikt":
        lines.append("insikt: Den som söker hjälp orkar ringa en gång, sedan inte mer.")
        lines += draw(st.sampled_from([[], ["giltig-till: 2025-01-31"]]))
    else:
        lines += ["status: pågående", "metoder: [djupintervju]"]
    lines += draw(st.sampled_from([[], ["återkoppling:", "  status: planerad"], ["anteckning: mer"]]))
    links = draw(st.lists(st.sampled_from(_LINKS), max_size=2, unique=True))
    if links:
        lines.append(f"bygger-på: [{', '.join(links)}]")
    return "\n".join(lines) + "\n"


_STEPS = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(_NAMES), st.none() | _records(), max_size=2),
        st.sampled_from(_DAYS),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


@given(_STEPS)
@settings(max_examples=60)
def test_updates_and_a_new_index_agree(
    steps: list[tuple[dict[str, str | None], str, bool, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_workspace(root, {})
        (root / "insights" / "exempelkoping").mkdir()
        for edits, date, thorough, asked_in_between in steps:
            for name, text in edits.items():
                path = root / "insights" / "exempelkoping" / f"{name}.yaml"
                if text is None:
                    path.unlink(missing_ok=True)
                else:
                    path.write_text(text, encoding="utf-8", newline="\n")
            if asked_in_between:  # a question that does not depend on the day
                open_corpus(root).close()
            assert _told(root, Day(date, thorough)) == _told_anew(root, Day(date, thorough))


def _told(root: Path, day: Day) -> tuple[list[Finding], list[Any]]:
    with closing(open_corpus(root, day=day)) as corpus:
        return list(corpus.findings()), corpus.rows(_TERMS)


def _told_anew(root: Path, day: Day) -> tuple[list[Finding], list[Any]]:
    index = root / FOLDER / FILE
    kept = index.read_bytes()
    index.unlink()
    told = _told(root, day)
    index.write_bytes(kept)
    return told
