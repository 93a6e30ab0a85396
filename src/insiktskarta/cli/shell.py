"""Completion for the person's shell: Typer writes it, and the answers are in the person's language."""

from typing import Any

import typer
from typer import _completion_shared as shared  # Typer has no public name for what it offers

from insiktskarta.cli import console
from insiktskarta.cli.app import Run
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_


def answer(command: Any) -> None:
    """Let the options of a command that concern the shell answer through this module."""
    callbacks = {"install_completion": _install, "show_completion": _show}
    for parameter in command.params:
        if parameter.name in callbacks:
            parameter.callback = callbacks[parameter.name]


def _install(context: typer.Context, _: Any, wanted: Any) -> Any:
    if not wanted or context.resilient_parsing:
        return wanted
    shell, path = shared.install(shell=_shell())
    run: Run = context.obj
    message = N_(
        "{shell} completes commands and terms with Tab once you open a new terminal. It reads {file}."
    )
    console.write(run.language.text(message, shell=shell, file=path.as_posix()) + "\n")
    raise typer.Exit


def _show(context: typer.Context, _: Any, wanted: Any) -> Any:
    if not wanted or context.resilient_parsing:
        return wanted
    name = "insikt"
    script = shared.get_completion_script(
        prog_name=name, complete_var=f"_{name.upper()}_COMPLETE", shell=_shell()
    )
    console.write(script + "\n")
    raise typer.Exit


def _shell() -> str:
    """The shell that the command was started in.

    Raises:
        InsiktError: it is none that completion can be written for.
    """
    known = [each.value for each in shared.Shells]
    found = shared._get_shell_name()  # noqa: SLF001 - the same way in which Typer finds it
    if found in known:
        return found
    message = (
        N_("Completion cannot be written for the shell {shell}. It works in: {known}.")
        if found
        else N_("The shell cannot be recognised. Completion works in: {known}.")
    )
    raise InsiktError(message, shell=found or "", known=", ".join(known))
