"""The command `insikt`."""

import gc
import os
import sys

CLEAN, FINDINGS, IMPOSSIBLE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def main(argv: list[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments after the program's name; those of the process where None.

    Returns:
        0 clean, 1 findings, 2 could not run, 3 a bug, 130 interrupted.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments in (["--version"], ["-V"]):
        from insiktskarta import __version__

        print(f"insikt {__version__}")  # noqa: T201 - this is its whole answer
        return CLEAN
    if arguments == ["lint"] and "_INSIKT_COMPLETE" not in os.environ and (said := _as_before()) is not None:
        from insiktskarta.cli import console

        console.prepare()
        console.say(said)
        try:
            console.release()
        except OSError:  # where nobody can be told, the run itself knows what to do
            console.forget()
        else:
            return CLEAN
    # No plugin that happens to be installed is shown what records say; looking for any takes 20 ms, too.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from insiktskarta.cli.app import run

    code = run(arguments)
    if (
        argv is None
    ):  # the process ends here, and need not look through all that is there: 30 ms after a large check
        gc.freeze()
    return code


def _as_before() -> str | None:
    """What lint said when nothing was other than it is now."""
    from insiktskarta.files.unchanged import remembered

    return remembered(os.curdir)
