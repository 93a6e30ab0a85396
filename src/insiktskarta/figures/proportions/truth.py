"""What an area-proportional picture shows truly, measured on the circles that are drawn."""

from dataclasses import dataclass
from math import pi

from insiktskarta.figures.geometry import Region
from insiktskarta.figures.proportions.discs import Circles, area
from insiktskarta.tables.perspective_regions import REGIONS

SEEN = 0.0004
"""Share of all circles' area, some 20 square points, below which an area is not seen beside outlines of 1.5 points."""
LEAST, MOST = 0.75, 1.25
"""An area between these shares of the true one is shown truly."""
_LOST = 0.1


@dataclass(frozen=True, slots=True)
class Field:
    """A region of the picture.

    Attributes:
        region: indices of its circles.
        count: records that it holds.
        area: square points that are drawn.
        true: square points that the records would take.
        least: square points that can be seen.
    """

    region: Region
    count: int
    area: float
    true: float
    least: float

    @property
    def lost(self) -> bool:
        """Whether it holds records and cannot be seen."""
        return self.count > 0 and (self.area < self.least or self.area < _LOST * self.true)

    @property
    def ghost(self) -> bool:
        """Whether it is empty and can be seen all the same."""
        return not self.count and self.area > 0.0 and self.area >= self.least

    @property
    def drawn(self) -> int:
        """How many records the drawn area would stand for."""
        each = self.true / self.count if self.count else 0.0
        return round(self.area / each) if each else 0

    @property
    def skewed(self) -> bool:
        """Whether it is seen and much too large or too small."""
        if self.lost or not self.count or abs(self.area - self.true) < self.least:
            return False
        return not LEAST <= self.area / self.true <= MOST


def unit(circles: Circles, sizes: tuple[int, ...]) -> float:
    """Square points a record, as the circles have it; 0 where there are no records in circles."""
    return pi * sum(radius * radius for _, _, radius in circles) / sum(sizes) if sum(sizes) else 0.0


def measured(circles: Circles, counts: tuple[int, ...]) -> tuple[Field, ...]:
    """The seven regions as they are drawn."""
    pairs = list(zip(REGIONS, counts, strict=True))
    sizes = tuple(sum(count for region, count in pairs if index in region) for index in range(3))
    each = unit(circles, sizes)
    least = SEEN * each * sum(sizes)
    return tuple(Field(region, count, area(circles, region), count * each, least) for region, count in pairs)
