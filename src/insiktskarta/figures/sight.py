"""How a picture looks to people who see colours in another way.

Source: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
IEEE TVCG 15(6), 2009, the matrices for severity 1.0, which act on linear RGB.
"""

from insiktskarta.figures.palette import linear
from insiktskarta.figures.scene import Scene
from insiktskarta.figures.theme import ROLES, Theme, themed

Matrix = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]
SIGHTS: dict[str, Matrix] = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def colour(shown: str, sight: str) -> str:
    """A `#rrggbb` colour as somebody with that sight sees it."""
    rgb = linear(shown)
    parts = [sum(weight * part for weight, part in zip(row, rgb, strict=True)) for row in SIGHTS[sight]]
    return "#" + "".join(f"{round(255 * _encoded(min(max(part, 0.0), 1.0))):02x}" for part in parts)


def _encoded(light: float) -> float:
    """The sRGB value of linear light (IEC 61966-2-1)."""
    low, slope, power = 0.0031308, 12.92, 2.4
    return slope * light if light <= low else 1.055 * light ** (1 / power) - 0.055


def seen(scene: Scene, sight: str) -> Scene:
    """A picture, drawn for print, as somebody with that sight sees it."""
    return themed(scene, Theme(sight, {role: colour(role, sight) for role in ROLES}))
