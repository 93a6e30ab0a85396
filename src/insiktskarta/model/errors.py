"""The one exception for a request that cannot be met; everything else that is raised is a bug."""

from insiktskarta.model.language import Language
from insiktskarta.model.masking import masked


class InsiktError(Exception):
    """A request that cannot be met, with what to do about it.

    Args:
        message: English source text with `{names}`; it is translated where it is shown.
        values: what the names stand for.
    """

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def text(self, language: Language) -> str:
        """What is said of it in a language, with nothing personal in what it quotes."""
        # By itself: beside the words of the message, a number may look like another.
        quoted = {
            name: value if isinstance(value, int | float) else masked(str(value))
            for name, value in self.values.items()
        }
        return language.text(self.message, **quoted)

    def __str__(self) -> str:
        return self.message.format(**self.values) if self.values else self.message
