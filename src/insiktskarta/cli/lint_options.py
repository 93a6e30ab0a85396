"""The options of lint that say what is compared, what is known, and when."""

from pathlib import Path
from typing import Annotated

import typer

from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_

Changed = Annotated[
    bool,
    typer.Option(
        "--changed",
        help=N_("Only files that differ from the latest commit, and what they break in others."),
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar=N_("BRANCH"),
        help=N_("The same from where this branch left that one, such as origin/main."),
    ),
]
Piped = Annotated[
    Path | None,
    typer.Option(
        "--stdin-filename",
        metavar=N_("PATH"),
        help=N_("For editors: the text on standard input, as if it stood in this file."),
    ),
]
Watch = Annotated[
    bool, typer.Option("--watch", help=N_("Check again whenever a file changes, until Ctrl-C."))
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar=N_("FILE"),
        help=N_("The findings that are known from before; otherwise insikt-baseline.txt, if there is one."),
    ),
]
NoBaseline = Annotated[
    bool, typer.Option("--no-baseline", help=N_("Show findings that are known from before, too."))
]
WriteBaseline = Annotated[
    bool,
    typer.Option(
        "--write-baseline", help=N_("Count what is found now as known; never errors about personal data.")
    ),
]
PruneBaseline = Annotated[
    bool, typer.Option("--prune-baseline", help=N_("Take what is no longer found away from what is known."))
]

_NOT_WHILE_MENDING = (
    "--stdin-filename",
    "--watch",
    "--changed",
    "--since",
    "--write-baseline",
    "--prune-baseline",
)
# Pairs that contradict each other or mean nothing together, by their names on the command line.
_APART = (
    ("--stdin-filename", ("path", "--changed", "--since", "--watch", "--write-baseline", "--prune-baseline")),
    ("--write-baseline", ("--prune-baseline", "--no-baseline", "--changed", "--since", "--watch")),
    ("--prune-baseline", ("--no-baseline", "--changed", "--since", "--watch")),
    ("--baseline", ("--no-baseline",)),
    ("--fix", (*_NOT_WHILE_MENDING, "--diff")),
    ("--diff", _NOT_WHILE_MENDING),
)
_FOR_EYES = ("text", "concise")


def together(context: typer.Context, output_format: str) -> None:
    """Whether the options of a run go together.

    Raises:
        InsiktError: two that do not.
    """
    given = {_name(name) for name, value in context.params.items() if value not in (None, False, [], ())}
    for one, others in _APART:
        for other in others:
            if one in given and other in given:
                shown = (
                    N_("Leave out {one}, or the paths: it names one file.")
                    if other == "path"
                    else N_("{one} and {other} do not go together. Leave out one of them.")
                )
                raise InsiktError(shown, one=one, other=other)
    if "--watch" in given and output_format not in _FOR_EYES:
        raise InsiktError(
            N_("--watch shows findings as text or concise, not as {format}."), format=output_format
        )


def _name(parameter: str) -> str:
    return "path" if parameter == "path" else f"--{parameter.replace('_', '-')}"
