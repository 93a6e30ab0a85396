"""An entry of a list, whose text hangs beside its name."""

from textwrap import fill

_LEAST = 16  # columns for the text; below that it stands under the name


def hanging(name: str, text: str, width: int | None) -> str:
    """A name and its text, with a line end.

    Args:
        name: with the spaces that part it from the text.
        text: broken between words.
        width: columns of the terminal; None where nothing is wrapped.
    """
    if width is None:
        return f"{name}{text}\n"
    if width - len(name) >= _LEAST:
        indent, start = " " * len(name), name
    else:
        indent = " " * (len(name) - len(name.lstrip()) + 2)
        start = f"{name.rstrip()}\n{indent}"
    body = fill(text, max(1, width - len(indent)), break_long_words=False, break_on_hyphens=False)
    return start + body.replace("\n", f"\n{indent}") + "\n"
