"""How many people took part, as it may be shown."""


def shown_number(number: int, smallest: int | None) -> int | str:
    """The number, or `<5` where the workspace shows no number under 5."""
    return number if smallest is None or number >= smallest else f"<{smallest}"
