"""Which field an option of `insikt add` writes, and back."""

from insiktskarta.cli.record_options import OPTIONS

_KEYS = {"grupp": "grupper", "förflyttning": "förflyttningar", "tema": "teman", "metod": "metoder"}
_MAPPINGS = {"underlag": "", "källa": "dokument", "återkoppling": "status", "granskad": ""}


def place(name: str) -> tuple[str, str]:
    """The key that an option's value stands under, and the key below that, or an empty text."""
    key, _, part = name.partition("_")
    if key in _MAPPINGS:
        return key, part.replace("_", "-") or _MAPPINGS[key]
    return _KEYS.get(name, name.replace("_", "-")), ""


def option(key: str, part: str = "") -> str:
    """What the option for a key is called; for a key that has parts, the first of them that is asked for."""
    names = {place(name): str(each.__metadata__[0].default) for name, each in reversed(OPTIONS.items())}
    return names.get((key, part)) or next((name for (of, _), name in names.items() if of == key), f"--{key}")


def words(key: str, part: str = "") -> str:
    """What the option for a key says in the help, in English."""
    found = (each.__metadata__[0].help for name, each in OPTIONS.items() if place(name) == (key, part))
    return str(next(found))


def parts(key: str) -> list[str]:
    """The keys below a key, in the order of the options; none for a key with a value of its own."""
    return [place(name)[1] for name in OPTIONS if place(name)[0] == key and place(name)[1]]
