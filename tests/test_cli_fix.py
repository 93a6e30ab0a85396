"""lint --fix and --diff: what is written, what is said, and what is never touched."""

import os
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from conftest import RECORDS, Insikt
from insiktskarta.cli import console, main
from insiktskarta.files import repairs as module
from insiktskarta.files import write as writing
from insiktskarta.files.repairs import Repair
from insiktskarta.show.diff import unified

PLACE = "insights/exempelkoping/en-vag-in.yaml"
RIGHT = RECORDS["exempelkoping/en-vag-in"]
WRONG = RIGHT.replace("[ungdomar]", "[ungdomar, ungdomar]").rstrip("\n")
NUMBER = "811228-9874"  # an official test number


LINES = RECORDS["exempelkoping/kvallsoppet"].splitlines(keepends=True)
TRIAL = "".join([*LINES[:-2], LINES[-1], LINES[-2]])  # in the usual order


@pytest.fixture(autouse=True)
def nothing_to_mend(insikt: Insikt) -> None:
    write(insikt, TRIAL, "insights/exempelkoping/kvallsoppet.yaml")
    assert insikt("lint", "--diff", lang="en") == (0, "", "There is nothing to mend.\n")


def write(insikt: Insikt, text: str | bytes, name: str = PLACE) -> Path:
    path = insikt.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def state(root: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file but the index: bytes, time and permissions."""
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_mode)
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".insikt" not in path.parts
    }


def test_without_a_wish_to_mend_nothing_is_touched(insikt: Insikt) -> None:
    write(insikt, WRONG)
    before = state(insikt.root)
    for arguments in ([], ["--hints"], ["--diff"], ["--diff", PLACE], ["--diff", "--fix"], [PLACE]):
        insikt("lint", *arguments)
        assert state(insikt.root) == before, arguments


def test_mending_says_how_much_and_what_is_left(insikt: Insikt) -> None:
    write(insikt, WRONG)
    wrong = TRIAL.replace("status: pågående", "status: pagaende ")
    write(insikt, wrong.replace("en-vag-in", "en-vag-inn"), "insights/exempelkoping/kvallsoppet.yaml")
    code, out, err = insikt("lint", "--fix", "--output-format", "concise", lang="en")
    assert code == 1
    assert [line.split()[1] for line in out.splitlines()] == ["LI101"]
    assert err.startswith("Mended 4 findings in 2 files.\n5 records; 1 error in 1 file.\n")
    assert (insikt.root / PLACE).read_text(encoding="utf-8") == RIGHT


def test_words_in_both_languages(insikt: Insikt) -> None:
    write(insikt, WRONG)
    code, out, err = insikt("lint", "--diff", lang="en")
    assert (code, err) == (1, "“insikt lint --fix” would mend 2 findings in 1 file.\n")
    assert insikt("lint", "--diff")[:2] == (1, out)
    assert insikt("lint", "--diff")[2] == "”insikt lint --fix” skulle rätta 2 anmärkningar i 1 fil.\n"
    code, out, err = insikt("lint", "--fix")
    assert (code, out) == (0, "")
    assert err.startswith(
        "Rättade 2 anmärkningar i 1 fil.\nLäste 5 poster och hittade inget att anmärka på, och inget känt mönster för personuppgifter.\n"
    )
    assert insikt("lint", "--fix", lang="en")[2].startswith("There is nothing to mend.\n5 records")
    assert insikt("lint", "--diff", lang="en") == (0, "", "There is nothing to mend.\n")


def test_a_second_run_changes_nothing(insikt: Insikt) -> None:
    write(insikt, WRONG)
    insikt("lint", "--fix")
    once = state(insikt.root)
    insikt("lint", "--fix")
    assert state(insikt.root) == once


def test_the_diff_is_what_git_applies(insikt: Insikt) -> None:
    if shutil.which("git") is None:
        pytest.skip("no git here")
    write(insikt, WRONG)
    write(insikt, RIGHT.replace("\n", "\r\n").rstrip("\r\n"), "insights/aby/windows.yaml")
    write(insikt, RIGHT.replace("\n", "\r\n", 3), "insights/aby/blandat.yaml")
    write(insikt, unicodedata.normalize("NFD", RIGHT), "insights/aby/delade.yaml")
    lines = RIGHT.splitlines(keepends=True)
    write(insikt, "".join([*lines[:1], *lines[5:], *lines[1:5]]), "insights/aby/ordning.yaml")
    write(insikt, f"\ufeff{RIGHT}", "insights/aby/bom.yaml")
    write(insikt, RIGHT.replace("\n", "\r"), "insights/aby/mac.yaml")
    write(insikt, "\ufeff" + RIGHT.replace("\n", "\r", 3), "insights/aby/mac-till-en-del.yaml")
    code, out, _ = insikt("lint", "--diff")
    assert code == 1
    copied = shutil.copytree(insikt.root, insikt.root.parent / "kopia")
    patch = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(patch, cwd=copied, input=out.encode(), check=True)
    assert insikt("lint", "--fix")[0] in (0, 1)
    assert {name: raw for name, (raw, *_) in state(copied).items()} == {
        name: raw for name, (raw, *_) in state(insikt.root).items()
    }


def test_a_terminal_sees_no_sign_of_the_diff_that_it_would_act_upon() -> None:
    before, after = "\ufeffa\rb\x1b[2J\n", "a\nb\x1b[2J\n"
    sides = (before, before), (after, after)
    assert not set("\r\ufeff\x1b") & set(unified("a.yaml", *sides, seen=True))
    assert "\x1b" not in unified("a.yaml", *sides)


def test_the_diff_hides_personal_data(insikt: Insikt) -> None:
    secret = f"anteckning: {NUMBER}, 070-174 06 05, Anna Exempelsson på Storgatan 12\n"
    write(insikt, f"# asa@exempel.se\n{WRONG}\n{secret}")
    write(insikt, WRONG, f"insights/aby/{NUMBER}.yaml")
    # Twenty of a kind are reported, and all are hidden.
    many = "".join(f"# Anna Exempelsson {n}\n" for n in range(40))
    write(insikt, many + WRONG.replace("ungdomar]", "ungdomar]  "), "insights/aby/manga.yaml")
    write(
        insikt,
        unicodedata.normalize("NFD", f"{RIGHT}anteckning: Åsa Österlund\n"),
        "insights/aby/delade.yaml",
    )
    for lang in ("sv", "en"):
        code, out, err = insikt("lint", "--diff", lang=lang)
        assert code == 1
        assert "+grupper: [ungdomar]" in out
        for each in (NUMBER, "8112289874", "174 06", "asa@", "Exempelsson", "Storgatan 12", "sterlund"):
            assert each not in unicodedata.normalize("NFC", out + err), each
    insikt("lint", "--fix")
    assert secret in (insikt.root / PLACE).read_text(encoding="utf-8")


def test_a_diff_shows_no_control_characters(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    write(insikt, RIGHT.replace("\n", "\r"))
    monkeypatch.setattr(console, "width", lambda: 80)  # what a program reads has to be exact
    _, out, _ = insikt("lint", "--diff")
    assert "\r" not in out
    assert "+typ: insikt\n" in out


def test_select_ignore_and_excuses(insikt: Insikt) -> None:
    path = write(insikt, WRONG)
    insikt("lint", "--fix", "--select", "FO107")
    assert path.read_bytes() == f"{WRONG}\n".encode()
    insikt("lint", "--fix", "--ignore", "VO")
    assert path.read_bytes() == f"{WRONG}\n".encode()
    settings = insikt.root / "insikt.yaml"
    chosen = settings.read_text(encoding="utf-8") + "lint:\n  per-sökväg: {insights/exempelkoping: [VO103]}\n"
    settings.write_text(chosen, encoding="utf-8")
    assert insikt("lint", "--diff")[0] == 0
    settings.write_text(chosen.replace("exempelkoping: [VO103]", "aby: [VO103]"), encoding="utf-8")
    assert insikt("lint", "--diff")[0] == 1
    excused = WRONG.replace("ungdomar]", "ungdomar]  # insikt: ignore VO103 -- ska vara så")
    path.write_bytes(f"{excused}\n".encode())
    assert insikt("lint", "--diff")[0] == 0


def test_paths(insikt: Insikt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = write(insikt, WRONG), write(insikt, WRONG, "insights/aby/annan.yaml")
    loose = tmp_path / "lös.yaml"
    loose.write_bytes(WRONG.encode())
    assert insikt("lint", "--fix", "insights/aby")[2].startswith("Rättade 2 anmärkningar i 1 fil.")
    assert (here.read_bytes(), there.read_bytes()) == (WRONG.encode(), RIGHT.encode())
    monkeypatch.chdir(tmp_path)
    assert main(["lint", "--fix", "lös.yaml", "arbetsyta"]) == 1, "the same text stands twice"
    assert (here.read_bytes(), loose.read_bytes()) == (RIGHT.encode(), RIGHT.encode())
    assert insikt("lint", "--fix", "finns-inte")[0] == 2


def test_a_link_to_a_former_id(insikt: Insikt) -> None:
    moved = RECORDS["exempelkoping/intervjuer"] + "tidigare-id: [exempelkoping/gamla-intervjuer]\n"
    write(insikt, moved, "insights/exempelkoping/intervjuer.yaml")
    old = RIGHT.replace(
        " [exempelkoping/intervjuer]",
        "\n- exempelkoping/gamla-intervjuer # 2024\n- exempelkoping/kvallsoppet",
    )
    write(insikt, old)
    twice = TRIAL.replace(
        "[exempelkoping/en-vag-in]", "[exempelkoping/gamla-intervjuer, exempelkoping/intervjuer]"
    )
    test = write(insikt, twice, "insights/exempelkoping/kvallsoppet.yaml")
    assert insikt("lint", "--fix")[2].startswith("Rättade 2 anmärkningar i 2 filer.")
    assert (insikt.root / PLACE).read_bytes() == old.replace("gamla-", "").encode()
    assert "bygger-på: [exempelkoping/intervjuer]" in test.read_text(encoding="utf-8")
    assert insikt("lint", "--diff")[0] == 0


def test_a_link_that_only_a_mended_record_can_answer(insikt: Insikt) -> None:
    moved = RECORDS["exempelkoping/intervjuer"] + "tidigare-id: [exempelkoping/gamla-intervjuer]\n"
    write(insikt, moved.replace("typ: i", "typ: I"), "insights/exempelkoping/intervjuer.yaml")
    path = write(insikt, RIGHT.replace("exempelkoping/intervjuer", "exempelkoping/gamla-intervjuer"))
    insikt("lint", "--fix")
    assert path.read_bytes() == RIGHT.encode(), "no second run is needed"


def test_a_capital_in_the_key_of_the_type_is_mended_and_then_the_rest(insikt: Insikt) -> None:
    path = write(insikt, RIGHT.replace("typ:", "Typ:").replace("rubrik:", "Rubrik:"))
    insikt("lint", "--fix")
    assert path.read_bytes() == RIGHT.encode(), "no second run is needed"
    path = write(insikt, RIGHT.replace("typ:", "type:"))
    assert "SC102" in insikt("lint", "--fix")[1]
    assert path.read_bytes() == RIGHT.replace("typ:", "type:").encode(), "another word is a guess"


def test_the_settings_are_mended_too(insikt: Insikt) -> None:
    settings = insikt.root / "insikt.yaml"
    text = settings.read_bytes()
    settings.write_bytes(b"\xef\xbb\xbf" + unicodedata.normalize("NFD", text.decode()).encode())
    assert insikt("lint", "--fix")[2].startswith("Rättade 2 anmärkningar i 1 fil.")
    assert settings.read_bytes() == text


def test_modelines_are_asked_for_where_there_are_schemas(insikt: Insikt) -> None:
    assert "FO110" not in insikt("lint", "--hints")[1]
    assert insikt("schema", "-o", str(insikt.root / "schemas"))[0] == 0
    assert "FO110" in insikt("lint", "--hints")[1]
    insikt("lint", "--fix")
    first = "# yaml-language-server: $schema=../../schemas/insikt.schema.json\n"
    assert (insikt.root / PLACE).read_text(encoding="utf-8") == first + RIGHT
    shutil.rmtree(insikt.root / "schemas")
    assert insikt("lint", "--diff")[0] == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_permissions_are_kept(insikt: Insikt, mode: int) -> None:
    path = write(insikt, WRONG)
    path.chmod(mode)
    insikt("lint", "--fix")
    assert path.read_bytes() == RIGHT.encode()
    assert path.stat().st_mode & 0o777 == mode


def test_a_protected_file_is_left_and_the_others_are_mended(insikt: Insikt) -> None:
    path, other = write(insikt, WRONG), write(insikt, WRONG, "insights/aby/annan.yaml")
    path.chmod(0o444)
    before = state(insikt.root)[PLACE]
    code, _, err = insikt("lint", "--fix", lang="en")
    assert code == 2
    assert err.startswith(f"{PLACE} is write-protected and stays as it is.\nMended 2 findings in 1 file.\n")
    assert state(insikt.root)[PLACE] == before
    assert other.read_bytes() == RIGHT.encode()
    assert "Inget har rättats.\n" in insikt("lint", "--fix", "--exit-zero")[2]
    path.chmod(0o644)


def test_a_file_that_is_changed_meanwhile_is_left_and_named(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(insikt, WRONG)
    mended = module.mended

    def slow(*arguments: object) -> object:
        done = mended(*arguments)  # type: ignore[arg-type]
        path.write_bytes(b"typ: n\xc3\xa5gon annans\n")
        return done

    monkeypatch.setattr(module, "mended", slow)
    code, _, err = insikt("lint", "--fix", lang="en")
    assert code == 2
    assert err.startswith(f"{PLACE} was changed by somebody else meanwhile and stays as it is.")
    assert path.read_bytes() == b"typ: n\xc3\xa5gon annans\n"
    assert not list(path.parent.glob(".new-*"))


def test_a_file_that_is_gone_meanwhile(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(insikt, WRONG)
    save = Repair.save

    def late(self: Repair) -> None:
        path.unlink()
        save(self)

    monkeypatch.setattr(Repair, "save", late)
    code, _, err = insikt("lint", "--fix")
    assert code == 2
    assert PLACE in err
    assert not path.exists()


def test_a_full_disk_leaves_the_file_whole(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(insikt, WRONG)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    code, _, err = insikt("lint", "--fix", lang="en")
    assert code == 2
    assert err.startswith(f"The disk is full, so {PLACE} cannot be written.")
    assert path.read_bytes() == WRONG.encode()
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []


def test_a_link_stays_a_link(insikt: Insikt) -> None:
    real = insikt.root / "verklig.yaml"
    real.write_bytes(WRONG.encode())
    path = insikt.root / PLACE
    path.unlink()
    try:
        path.symlink_to(real)
    except OSError:
        pytest.skip("no links here")
    insikt("lint", "--fix")
    assert path.is_symlink()
    assert real.read_bytes() == RIGHT.encode()


def test_files_that_cannot_be_read_are_left(insikt: Insikt) -> None:
    raws = {
        "latin.yaml": WRONG.encode("cp1252"),
        "utf16.yaml": WRONG.encode("utf-16"),
        "trasig.yaml": WRONG.replace("]", "").encode(),
        "stor.yaml": b"#" * 300_000,
        "tom.yaml": b"",
    }
    for name, raw in raws.items():
        write(insikt, raw, f"insights/aby/{name}")
    before = state(insikt.root)
    code, out, err = insikt("lint", "--fix")
    assert code == 1
    assert "Traceback" not in out + err
    assert state(insikt.root) == before


def test_programs_read_the_answer_as_before(insikt: Insikt) -> None:
    write(insikt, WRONG)
    _, out, _ = insikt("lint", "--fix", "--output-format", "json")
    assert out == "[]\n"


def test_hazards_are_left_or_mended(insikt: Insikt, shared: Path) -> None:
    folder = insikt.root / "insights/aby"
    folder.mkdir()
    for path in (shared / "data/hazards").glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    _, diff, _ = insikt("lint", "--diff")
    code, _, err = insikt("lint", "--fix")
    assert code == 1
    assert "Traceback" not in err
    mended = set(re.findall(r"^\+\+\+ b/(.*)$", diff, re.MULTILINE))
    changed = {
        f"insights/aby/{path.name}"
        for path in (shared / "data/hazards").glob("*.yaml")
        if path.read_bytes() != (folder / path.name).read_bytes()
    }
    assert mended == changed
    once = state(insikt.root)
    insikt("lint", "--fix")
    assert state(insikt.root) == once


def test_mending_and_showing_what_would_be_mended_do_not_go_together(insikt: Insikt) -> None:
    write(insikt, WRONG)
    before = state(insikt.root)
    code, out, err = insikt("lint", "--fix", "--diff", lang="en")
    assert (code, out) == (2, "")
    assert "--fix and --diff do not go together" in err
    assert state(insikt.root) == before
