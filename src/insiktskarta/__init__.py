"""Insight maps for municipalities, as plain text.

The library in a few names, each loaded when it is first used:

- `load(folder)`: the corpus of a workspace, to ask; close it when you are done.
- `findings(corpus)`: everything that is wrong with its files.
- `select(corpus, **facets)`: the records that answer a question, as in `select(corpus, perspektiv=["riskgrupp"])`.
"""

TYPE_CHECKING = (
    False  # type checkers take it for true; importing it from typing costs a third of `insikt --version`
)
if TYPE_CHECKING:
    from insiktskarta.cli.library import findings, load, select

__version__ = "0.1.0"
__all__ = ["__version__", "findings", "load", "select"]


def __getattr__(name: str) -> object:
    # A command that only tells its version must not pay for what it does not use.
    if name in ("findings", "load", "select"):
        from insiktskarta.cli import library

        return getattr(library, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
