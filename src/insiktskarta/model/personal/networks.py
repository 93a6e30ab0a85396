"""The networks that people have accounts in, as a text has them when it may have an account: a look of 1 µs."""

NETWORKS = (
    *(
        "snap",
        "insta",
        "skype",
        "discord",
        "kik",
        "tiktok",
        "tik tok",
        "telegram",
        "messenger",
        "whatsapp",
        "facebook",
    ),
    *("fb", "twitter", "linkedin", "x.com/", "t.me/"),
)
_WORDS = frozenset({*NETWORKS, "snapchat", "instagram", "tik", "com", "me"})


def is_among(words: list[str]) -> bool:
    """Whether one of the small words of a path is a network's name, or a part of its address."""
    return not _WORDS.isdisjoint(words)


def names_network(text: str) -> bool:
    """Whether a text has the name or the address of a network, perhaps as a part of another word."""
    small = text.lower()
    for network in NETWORKS:  # noqa: SIM110 - half the time of any()
        if network in small:
            return True
    return False
