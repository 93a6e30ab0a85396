"""Insight maps for municipalities, as plain text.

The library in a few names, each loaded when it is first used:

- `load(folder)`: the corpus of a workspace, to ask; close it when you are done.
- `findings(corpus)`: everything that is wrong with its files.
- `select(corpus, **facets)`: the records that answer a question, as in `select(corpus, perspektiv=["riskgrupp"])`.
- `scenes(corpus, figure, **facets)`: the pages of a figure, as in `scenes(corpus, "gap-matrix", by="teman")`.
- `draw_on(axes, scene)`: one of them on axes of matplotlib, as in a notebook.
"""

TYPE_CHECKING = (
    False  # type checkers take it for true; importing it from typing costs a third of `insikt --version`
)
if TYPE_CHECKING:
    from insiktskarta.cli.library import findings, load, select
    from insiktskarta.cli.notebook import draw_on, scenes

__version__ = "0.1.0"
__all__ = ["__version__", "draw_on", "findings", "load", "scenes", "select"]


def __getattr__(name: str) -> object:
    # A command that only tells its version must not pay for what it does not use.
    if name in ("findings", "load", "select"):
        from insiktskarta.cli import library

        return getattr(library, name)
    if name in ("draw_on", "scenes"):
        from insiktskarta.cli import notebook

        return getattr(notebook, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
