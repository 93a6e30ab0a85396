import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from insiktskarta.cli import CLEAN, FINDINGS, console
from insiktskarta.cli.app import Run
from insiktskarta.cli.options import Language, Workspace, corpus_of
from insiktskarta.files.index import Day
from insiktskarta.files.workspace import find_root
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked
from insiktskarta.show.formats import FORMATS

_WITH_SUMMARY = ("text", "concise")
_Codes = list[str] | None


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at: its findings, how many records were read, the folder of the paths, the linter's settings."""

    findings: list[Finding]
    records: int
    folder: Path
    settings: dict[str, object]


def command(
    context: typer.Context,
    path: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar=N_("[PATH]..."),
            help=N_("Files or folders to report on; without any, the whole workspace."),
        ),
    ] = None,
    output_format: Annotated[
        str, typer.Option("--output-format", metavar="|".join(FORMATS), help=N_("How findings are written."))
    ] = "text",
    select: Annotated[
        _Codes,
        typer.Option(
            "--select", metavar=N_("CODE"), help=N_("Only these rules, such as PD or YA101. May be repeated.")
        ),
    ] = None,
    ignore: Annotated[
        _Codes,
        typer.Option("--ignore", metavar=N_("CODE"), help=N_("Not these rules. The longest code decides.")),
    ] = None,
    hints: Annotated[
        bool, typer.Option("--hints", help=N_("Show hints too, which are counted otherwise."))
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help=N_("Let hints fail the run, and show them."))
    ] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help=N_("Report, but let no finding fail the run."))
    ] = False,
    workspace: Workspace = None,
    lang: Language = None,
) -> int:
    """Print the findings; 1 when there are errors or warnings among them."""
    run: Run = context.obj
    if output_format not in FORMATS:
        formats = ", ".join(FORMATS)
        raise InsiktError(
            N_("There is no format “{format}”. Choose one of: {formats}."),
            format=output_format,
            formats=formats,
        )
    checked = _checked(context, path or [], thorough=hints or strict)
    found = _wanted(checked, select or [], ignore or [])
    shown = found if hints or strict else [each for each in found if each.severity != "hint"]
    console.write(FORMATS[output_format](_masked(shown), run.language, _sources(checked.folder, shown)))
    if output_format in _WITH_SUMMARY:
        _summarise(run, shown, checked.records, len(found) - len(shown))
    if output_format == "github":
        _step_summary(run, shown)
    grave = [each for each in found if strict or each.severity != "hint"]
    return FINDINGS if grave and not exit_zero else CLEAN


def _checked(context: typer.Context, paths: list[Path], *, thorough: bool) -> Checked:
    run: Run = context.obj
    day = Day(dt.datetime.now().astimezone().date().isoformat(), thorough)
    if not paths:
        from insiktskarta.files.check import verdict

        corpus = corpus_of(context, day)
        count = corpus.value("SELECT count(*) FROM record")
        return Checked(verdict(corpus), count, find_root(run.folder), corpus.lint)
    from insiktskarta.files.anywhere import below

    below_paths = below(run.folder, paths, day)
    return Checked(list(below_paths.findings), len(below_paths.records), below_paths.folder, {})


def _wanted(checked: Checked, select: list[str], ignore: list[str]) -> list[Finding]:
    if not (select or ignore or any(checked.settings.values())):
        return checked.findings
    from insiktskarta.rules.selection import chosen

    selection = chosen(checked.settings, select, ignore)
    return [each for each in checked.findings if selection.wants(each.code, each.path)]


def _masked(found: list[Finding]) -> list[Finding]:
    # A file's name may hold a personal number as well as its text.
    return [
        each if masked(each.path) == each.path else replace(each, path=masked(each.path)) for each in found
    ]


def _sources(folder: Path, found: list[Finding]) -> Callable[[str], str | None]:
    if not found:
        return lambda _: None
    from insiktskarta.files.sources import sources

    source, real = sources(folder), {masked(each.path): each.path for each in found}
    return lambda path: source(real[path])


def _summarise(run: Run, shown: list[Finding], records: int, hidden: int) -> None:
    from insiktskarta.show.findings import summary

    console.say(summary(shown, records, run.language))
    if hidden:
        console.say(
            run.language.plural(
                "{n} hint on how it could be better: “insikt lint --hints” shows it.",
                "{n} hints on how it could be better: “insikt lint --hints” shows them.",
                hidden,
            )
        )


def _step_summary(run: Run, shown: list[Finding]) -> None:
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from insiktskarta.show.formats.github import step_summary

    with Path(path).open("a", encoding="utf-8", newline="\n") as file:
        file.write(step_summary(_masked(shown), run.language))
