import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from insiktskarta.cli import CLEAN, FINDINGS, completing, console
from insiktskarta.cli.app import Run, refused
from insiktskarta.cli.checking import Asked, Checked, Known, Wish, checked
from insiktskarta.cli.lint_options import (
    BaselineFile,
    Changed,
    NoBaseline,
    Piped,
    PruneBaseline,
    Since,
    Watch,
    WriteBaseline,
    together,
)
from insiktskarta.cli.options import Language, Workspace
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked
from insiktskarta.show.formats import FORMATS

_WITH_SUMMARY = ("text", "concise")
_Codes = list[str] | None


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
            "--select",
            autocompletion=completing.codes,
            metavar=N_("CODE"),
            help=N_("Only these rules, such as PD or YA101. May be repeated."),
        ),
    ] = None,
    ignore: Annotated[
        _Codes,
        typer.Option(
            "--ignore",
            autocompletion=completing.codes,
            metavar=N_("CODE"),
            help=N_("Not these rules. The longest code decides."),
        ),
    ] = None,
    hints: Annotated[
        bool, typer.Option("--hints", help=N_("Show hints too, which are counted otherwise."))
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help=N_("Let hints fail the run, and show them."))
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help=N_("Mend what has one right answer, and report what is left."))
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=N_("Show what --fix would change, and change nothing."))
    ] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help=N_("Report, but let no finding fail the run."))
    ] = False,
    changed: Changed = False,
    since: Since = None,
    stdin_filename: Piped = None,
    watch: Watch = False,
    baseline: BaselineFile = None,
    no_baseline: NoBaseline = False,
    write_baseline: WriteBaseline = False,
    prune_baseline: PruneBaseline = False,
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
    asked = Asked(
        Wish(hints or strict, tuple(select or ()), tuple(ignore or ())),
        tuple(path or ()),
        branch=changed or since is not None,
        since=since,
        known=Known(run.folder / baseline if baseline else None, no_baseline, write_baseline, prune_baseline),
        piped=stdin_filename,
    )
    together(context, output_format)
    if diff:
        from insiktskarta.cli.fixing import preview

        differing = preview(run, list(asked.paths), asked.wish.wants)
        return FINDINGS if differing and not exit_zero else CLEAN
    mending = _mended(run, asked) if fix else CLEAN

    def report() -> int:
        found = checked(run, asked)
        _say(run, found, output_format)
        failing = any(strict or each.severity != "hint" for each in found.findings)
        return FINDINGS if found.refused or (failing and not exit_zero) else CLEAN

    if not watch:
        code = report()
        return mending or code
    from insiktskarta.cli.watching import watch as watching

    watching(run, (*asked.paths, *([baseline] if baseline else ())), report)
    return CLEAN


def _mended(run: Run, asked: Asked) -> int:
    from insiktskarta.cli.fixing import mend

    return mend(run, list(asked.paths), asked.wish.wants)


def _say(run: Run, found: Checked, output_format: str) -> None:
    shown = found.findings
    console.write(FORMATS[output_format](_masked(shown), run.language, _sources(found)))
    if output_format in _WITH_SUMMARY:
        _summarise(run, found)
    if output_format == "github":
        _step_summary(run, shown)


def _masked(found: list[Finding]) -> list[Finding]:
    # A file's name may hold a personal number as well as its text.
    return [
        each if masked(each.path) == each.path else replace(each, path=masked(each.path)) for each in found
    ]


def _sources(found: Checked) -> Callable[[str], str | None]:
    if not found.findings:
        return lambda _: None
    from insiktskarta.files.sources import sources

    source = sources(found.folder, found.others)
    real: dict[str, set[str]] = {}
    for path in {each.path for each in found.findings}:
        real.setdefault(masked(path), set()).add(path)
    # Of files that look alike when they are masked, none is shown as another.
    return lambda path: source(next(iter(real[path]))) if len(real[path]) == 1 else None


def _summarise(run: Run, found: Checked) -> None:
    from insiktskarta.show.findings import hints_left, summary

    console.say(summary(found.findings, found.records, run.language, searched=found.searched))
    if found.hints:
        console.say(hints_left(found.hints, run.language))
    for note in found.notes:
        console.say(note)


def _step_summary(run: Run, shown: list[Finding]) -> None:
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from insiktskarta.show.formats.github import step_summary

    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(step_summary(_masked(shown), run.language))
    except OSError as error:  # the findings are said already, and they alone are the verdict
        console.say(run.language.text("The summary of the run could not be written:"))
        console.say(masked(refused(error, run.language)))
