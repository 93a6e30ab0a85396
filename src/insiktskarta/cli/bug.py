"""A bug as a report that can be pasted: where it happened, and nothing that anybody wrote."""

import platform
import traceback
from pathlib import Path

from insiktskarta import __version__
from insiktskarta.model.language import Language

_PACKAGE = Path(__file__).parent.parent


def report(error: Exception, arguments: list[str], language: Language) -> str:
    """What to say of a bug: kind and place, without messages and values, since they may quote a record."""
    options = [word.partition("=")[0] for word in arguments if word.startswith("-")]
    places = [
        f"  {Path(frame.filename).relative_to(_PACKAGE).as_posix()}:{frame.lineno} {frame.name}"
        if Path(frame.filename).is_relative_to(_PACKAGE)
        else f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join(
        [
            language.text("This is a fault in insikt, not in your files. Nothing has been lost."),
            language.text(
                "Please paste the lines below into a report; they hold nothing that you have written."
            ),
            "",
            f"insikt {__version__}, Python {platform.python_version()}, {platform.system()}",
            f"{type(error).__module__}.{type(error).__name__} {' '.join(options)}".rstrip(),
            *places,
        ]
    )
