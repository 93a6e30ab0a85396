"""Options that stand for one parameter of a command, so that several commands share one definition of them."""

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, signature
from typing import Any

Command = Callable[..., int]


class OptionGroup:
    """Options by name, and the parameter that they take the place of.

    Used as a decorator: Typer reads the options of a command from its signature, and the command itself is handed
    a mapping from name to value.
    """

    def __init__(self, parameter: str, options: Mapping[str, Any]) -> None:
        self.parameter, self.options = parameter, options

    def __call__(self, command: Command) -> Command:
        """The command with the options in its signature."""
        own = signature(command, eval_str=True)

        @wraps(command)
        def spread(**given: Any) -> int:
            return command(**{self.parameter: {name: given.pop(name) for name in self.options}}, **given)

        parameters = [each for one in own.parameters.values() for each in self._in_place_of(one)]
        spread.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
        return spread

    def _in_place_of(self, parameter: Parameter) -> list[Parameter]:
        if parameter.name != self.parameter:
            return [parameter.replace(kind=Parameter.KEYWORD_ONLY)]
        return [
            Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=option)
            for name, option in self.options.items()
        ]
