"""`insikt figure --check`: which pictures still say what the records say."""

import os
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer

from insiktskarta.cli import CLEAN, FINDINGS, console
from insiktskarta.cli.app import Run
from insiktskarta.cli.corpora import corpus_of, earlier_corpus, warn_of_unread
from insiktskarta.cli.filters import FACET_OF
from insiktskarta.cli.pictures import FORMATS, layout, provenance
from insiktskarta.cli.unreviewed import hide_text
from insiktskarta.figures import nothing
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.gallery import drawing
from insiktskarta.figures.recipe import Recipe, fingerprint, read, worded
from insiktskarta.files.fulltext import fill
from insiktskarta.files.git import tracked
from insiktskarta.files.workspace import find_root
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked
from insiktskarta.query.question import FACETS
from insiktskarta.show.formats.plain import plain
from insiktskarta.show.messages import CODES, language
from insiktskarta.show.recipe import recipe_line
from insiktskarta.tables.request import Request

Said = tuple[str, dict[str, object]]
_CHANGED = N_("does not match the records any more. Draw it again: {command}")
_OTHER_TOOL = N_(
    "does not match what {tool} draws; it was drawn by {older}, or the records have changed. Draw it again: {command}"
)
_NO_PAGE = N_("is a page that there is no more. Remove it, and draw the others again: {command}")
_NO_RECIPE = N_(
    "does not say how it was made: it comes from another program, or something has stripped its metadata. Draw it again with “insikt figure”."
)
_STRANGE = N_(
    "was made by a version of insikt that this one does not understand. Draw it again with “insikt figure”."
)
_CLOSED = N_("cannot be opened. Is it open in another program, or protected?")


@dataclass
class _Source:
    """Where tables are made from, each state of the records read once."""

    context: typer.Context
    states: dict[str, Corpus] = field(default_factory=dict)

    def corpus(self, commit: str) -> Corpus:
        """The records at a commit; those on the disk where none is named."""
        if commit not in self.states:
            of = earlier_corpus(self.context, commit) if commit else corpus_of(self.context)
            self.states[commit] = of
        return self.states[commit]


def check_pictures(context: typer.Context, paths: list[Path]) -> int:
    """Say which pictures are behind, each in a line; 1 where there are any.

    A picture that is named must say how it was made; one that lies in a folder beside others need not be ours.

    Raises:
        InsiktError: a path is no picture, or there is none.
    """
    run, source = context.obj, _Source(context)
    counts = {"right": 0, "behind": 0, "foreign": 0}
    for path, named in _pictures(run, paths):
        said = _verdict(run, source, path)
        if said is None:
            counts["right"] += 1
        elif said[0] == _NO_RECIPE and not named:
            counts["foreign"] += 1
        else:
            counts["behind"] += 1
            message = run.language.text(said[0], **said[1])
            console.write(plain(masked(f"{path.as_posix()}: {message}")) + "\n")
    if not any(counts.values()):
        raise InsiktError(N_("There are no pictures to check: no .png, .svg or .pdf."))
    _summarise(run, counts)
    if "" in source.states:
        warn_of_unread(run, source.states[""])
    return FINDINGS if counts["behind"] else CLEAN


def _summarise(run: Run, counts: dict[str, int]) -> None:
    plural = run.language.plural
    said = [plural("{n} picture matches the records", "{n} pictures match the records", counts["right"])]
    if counts["behind"]:
        said.append(plural("{n} does not", "{n} do not", counts["behind"]))
    if counts["foreign"]:
        said.append(
            plural("{n} does not say how it was made", "{n} do not say how they were made", counts["foreign"])
        )
    console.say(f"{run.language.listed(said)}.")


def _pictures(run: Run, paths: list[Path]) -> Iterator[tuple[Path, bool]]:
    """The pictures at paths and whether each was named itself; all that git holds of a workspace where none is given."""
    if not paths:
        root = find_root(run.folder)
        found = tracked(root)
        below = _below(root) if found is None else (root / each for each in found)
        yield from ((_short(each), False) for each in sorted(below) if _is_picture(each) and each.exists())
    for path in paths:
        if path.is_dir():
            yield from ((each, False) for each in sorted(_below(path)))
        elif path.exists():
            if not _is_picture(path):
                raise InsiktError(
                    N_("The file must end in one of: {formats}; {file} does not."),
                    file=path,
                    formats=", ".join(FORMATS),
                )
            yield path, True
        else:  # a shell on Windows hands patterns on as they are
            matches = sorted(path.parent.glob(path.name)) if path.parent.is_dir() else []
            if not matches:
                raise InsiktError(N_("There is no file or folder {path}."), path=path)
            yield from ((each, True) for each in matches if _is_picture(each))


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in FORMATS


def _below(folder: Path) -> Iterator[Path]:
    """The pictures below a folder; hidden folders are left out."""
    for name, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        yield from (Path(name, each) for each in files if _is_picture(Path(each)))


def _short(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _verdict(run: Run, source: _Source, path: Path) -> Said | None:
    """A message about a picture and its values; None where it is as it should be."""
    try:
        line = recipe_line(path.read_bytes())
    except OSError:
        return _CLOSED, {}
    if line is None:
        return _NO_RECIPE, {}
    recipe = read(line)
    if recipe is None or recipe.language not in CODES:
        return _STRANGE, {}
    try:
        return _compared(run, source, recipe, path)
    except InsiktError as error:
        reason = error.text(run.language)
        return N_("cannot be made again: {reason}"), {"reason": reason}


def _compared(run: Run, source: _Source, recipe: Recipe, path: Path) -> Said | None:
    """The verdict on a picture whose recipe is understood: its table is made again."""
    figure: Drawing[Any] = drawing(recipe.figure)
    request = _request(run, source, recipe)
    if request is None:
        return _STRANGE, {}
    pages, command = nothing.pages(figure, request, figure.table(request)), _command(recipe, path)
    if max(recipe.page, 1) > len(pages):
        return _NO_PAGE, {"command": command}
    if fingerprint(pages[max(recipe.page, 1) - 1]) == recipe.table:
        return None
    tool = request.provenance.tool
    # A picture without a version, as those of our own pages, says nothing of the tool.
    same = recipe.tool in (tool, tool.partition(" ")[0])
    said = _CHANGED if same else _OTHER_TOOL
    return said, {"command": command, "tool": tool, "older": recipe.tool}


def _request(run: Run, source: _Source, recipe: Recipe) -> Request | None:
    """What a recipe asks for; None where this version cannot ask so."""
    corpus = source.corpus(recipe.at)
    if any(facet not in FACETS for facet in recipe.question.terms):
        return None
    earlier = source.corpus(recipe.since) if recipe.since else None
    if recipe.question.text:
        for each in filter(None, (corpus, earlier)):
            fill(each)
    spoken = language(recipe.language)
    as_drawn = Run(spoken, run.folder)
    for each in filter(None, (corpus, earlier)):
        hide_text(as_drawn, each)
    where = provenance(as_drawn, corpus, recipe.question)
    request = Request(corpus, recipe.question, where, spoken, earlier=earlier, layout=layout)
    return worded(request, recipe)


def _command(recipe: Recipe, path: Path) -> str:
    """The command that draws a picture again."""
    asked = recipe.question
    options = {"by": recipe.words.get("by", ""), "since": recipe.since[:12], "at": recipe.at[:12]}
    options |= {name: value for name, value in recipe.words.items() if name not in options}
    options |= dict(recipe.look)
    said = ["insikt", "figure", recipe.figure, *([asked.text] if asked.text else [])]
    said += [part for slug in asked.organisations for part in ("--organisation", slug)]
    if asked.types != drawing(recipe.figure).types:
        said += [part for each in asked.types for part in ("--typ", each)]
    for name, facet in FACET_OF.items():
        said += [part for term in asked.terms.get(facet, ()) for part in (f"--{name}", term)]
    said += [part for name, value in options.items() if value for part in (f"--{name}", value)]
    target = path.with_stem(path.stem.removesuffix(f"-{recipe.page}")) if recipe.page else path
    said += ["-o", target.as_posix()]
    return subprocess.list2cmdline(said) if os.name == "nt" else shlex.join(said)
