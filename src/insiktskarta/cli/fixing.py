"""What --fix and --diff do, and what they say of it."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from insiktskarta.cli import CLEAN, IMPOSSIBLE, console
from insiktskarta.cli.app import Run
from insiktskarta.files.anywhere import Wants
from insiktskarta.files.repairs import Repair, repairs
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import masked
from insiktskarta.show.diff import shown, unified

_NOTHING = N_("There is nothing to mend.")
_NOTHING_DONE = N_("Nothing has been mended.")
_PASSES = (
    3  # a record that can be read again may give others something to mend, such as a link to its former id
)


def mend(run: Run, paths: list[Path], wants: Callable[[Mapping[str, Any]], Wants]) -> int:
    """Mend files and say how much; the exit code, which is clean unless a file could not be written."""
    fixed: Counter[str] = Counter()
    refused: dict[str, InsiktError] = {}
    for _ in range(_PASSES):
        saved = False
        for each in list(repairs(run.folder, paths, wants)):
            if each.path in refused:
                continue
            try:
                each.save()
            except InsiktError as error:
                refused[each.path] = InsiktError(error.message, **{**error.values, "file": each.path})
            else:
                saved = True
                fixed[each.path] += each.fixed.total()
        if not saved:
            break
    _say(run.language, fixed, refused.values())
    return IMPOSSIBLE if refused else CLEAN


def preview(run: Run, paths: list[Path], wants: Callable[[Mapping[str, Any]], Wants]) -> bool:
    """Write what mending would change as a unified diff; whether there is anything."""
    fixed: Counter[str] = Counter()
    for each in repairs(run.folder, paths, wants):
        console.write(_diff(each))
        fixed[each.path] += each.fixed.total()
    if not fixed:
        console.say(run.language.text(_NOTHING))
        return False
    findings, files = _counted(run.language, fixed)
    console.say(
        run.language.text(
            "“insikt lint --fix” would mend {findings} in {files}.", findings=findings, files=files
        )
    )
    return True


def _diff(repair: Repair) -> str:
    sides = [(raw.decode(), repair.problems(raw)) for raw in (repair.before, repair.after)]
    return unified(
        masked(repair.path),
        *[
            (text, shown(text, [(each.line, each.column) for each in problems if each.code.startswith("PD")]))
            for text, problems in sides
        ],
        seen=console.width() is not None,
    )


def _say(language: Language, fixed: Counter[str], refused: Collection[InsiktError]) -> None:
    for error in refused:
        console.say(masked(error.text(language)))
    if not fixed:
        console.say(language.text(_NOTHING_DONE if refused else _NOTHING))
        return
    findings, files = _counted(language, fixed)
    console.say(language.text("Mended {findings} in {files}.", findings=findings, files=files))


def _counted(language: Language, fixed: Counter[str]) -> tuple[str, str]:
    findings = language.plural("{n} finding", "{n} findings", fixed.total())
    return findings, language.plural("{n} file", "{n} files", len(fixed))
