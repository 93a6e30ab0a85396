"""The one exception for a request that cannot be met; everything else that is raised is a bug."""


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

    def __str__(self) -> str:
        return self.message.format(**self.values) if self.values else self.message
