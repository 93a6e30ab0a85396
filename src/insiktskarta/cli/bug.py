"""A bug as a report that can be pasted: where it happened, and nothing that anybody wrote."""

import platform
import traceback
from collections.abc import Iterator
from pathlib import Path

from insiktskarta import __version__
from insiktskarta.model.language import ENGLISH, Language

_PACKAGE = Path(__file__).parent.parent


def report(error: Exception, arguments: list[str], language: Language) -> str:
    """What to say of a bug: kind and place, without messages and values, since they may quote a record."""
    return "\n".join(
        [
            language.text("This is a fault in insikt, not in your files. Nothing has been lost."),
            language.text(
                "Please paste the lines below into a report; they hold nothing that you have written."
            ),
            "",
            f"insikt {__version__}, Python {platform.python_version()}, {platform.system()}",
            " ".join(["insikt", *_known_words(arguments)]),
            f"{type(error).__module__}.{type(error).__name__}",
            *_places(error),
        ]
    )


def _places(error: Exception) -> Iterator[str]:
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        inside = path.is_relative_to(_PACKAGE)
        yield f"  {path.relative_to(_PACKAGE).as_posix() if inside else path.name}:{frame.lineno} {frame.name}"


def _known_words(arguments: list[str]) -> list[str]:
    """The command and its options among the arguments; whatever else there is may be somebody's words."""
    from insiktskarta.cli.app import COMMANDS, build

    name = next((word for word in arguments if word in COMMANDS), None)
    if name is None:
        return []
    try:
        command = build(ENGLISH, [name]).commands[name]
    except Exception:  # noqa: BLE001 - where the fault lies in the command itself, its name is all there is
        return [name]
    options = {option for parameter in command.params for option in parameter.opts}
    return [name, *(word for each in arguments if (word := each.partition("=")[0]) in options)]
