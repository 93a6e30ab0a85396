import datetime as dt
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

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
    """What was looked at.

    Attributes:
        findings: of the files.
        records: how many were read.
        folder: what the paths of the findings are relative to.
        hints: how many hints there are beside the findings.
    """

    findings: list[Finding]
    records: int
    folder: Path
    hints: int = 0


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the findings is asked for: hints too, and which rules."""

    hints: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]

    def chooses(self, settings: Mapping[str, Any]) -> bool:
        """Whether the command line or the settings of a workspace leave rules out."""
        return bool(self.select or self.ignore or any(settings.values()))

    def wants(self, settings: Mapping[str, Any]) -> Callable[[str, str], bool]:
        """Whether a rule is asked for in a file, by code and path, with the settings of its workspace."""
        if not self.chooses(settings):
            return lambda _, __: True
        from insiktskarta.rules.selection import chosen

        return chosen(settings, self.select, self.ignore).wants


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
    checked = _checked(context, path or [], Wish(hints or strict, tuple(select or ()), tuple(ignore or ())))
    shown = checked.findings
    console.write(FORMATS[output_format](_masked(shown), run.language, _sources(checked.folder, shown)))
    if output_format in _WITH_SUMMARY:
        _summarise(run, shown, checked.records, checked.hints)
    if output_format == "github":
        _step_summary(run, shown)
    failing = any(strict or each.severity != "hint" for each in shown)
    return FINDINGS if failing and not exit_zero else CLEAN


def _checked(context: typer.Context, paths: list[Path], wish: Wish) -> Checked:
    run: Run = context.obj
    day = Day(dt.datetime.now().astimezone().date().isoformat(), wish.hints)
    if paths:
        from insiktskarta.files.anywhere import below

        found = below(run.folder, paths, day, wish.wants)
        return _told(Checked(list(found.findings), len(found.records), found.folder), wish)
    from insiktskarta.files.check import grave, verdict

    corpus, root = corpus_of(context, day), find_root(run.folder)
    count = corpus.value("SELECT count(*) FROM record")
    if wish.hints or wish.chooses(corpus.lint):
        wanted = wish.wants(corpus.lint)
        kept = [each for each in verdict(corpus) if wanted(each.code, each.path)]
        return _told(Checked(kept, count, root), wish)
    findings, hints = grave(corpus)
    return Checked(findings, count, root, hints)


def _told(checked: Checked, wish: Wish) -> Checked:
    """What was found with its hints counted, where they are not asked for."""
    shown = [each for each in checked.findings if wish.hints or each.severity != "hint"]
    return replace(checked, findings=shown, hints=len(checked.findings) - len(shown))


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
    from insiktskarta.show.findings import hints_left, summary

    console.say(summary(shown, records, run.language))
    if hidden:
        console.say(hints_left(hidden, run.language))


def _step_summary(run: Run, shown: list[Finding]) -> None:
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from insiktskarta.show.formats.github import step_summary

    with Path(path).open("a", encoding="utf-8", newline="\n") as file:
        file.write(step_summary(_masked(shown), run.language))
