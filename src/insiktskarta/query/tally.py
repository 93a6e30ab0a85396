"""Rows of bits: made from places, and how many of many rows have each bit, counted for all bits at once."""

import numpy as np
import numpy.typing as npt

BITS = 64
"""In a word. The order of bits in words is that of bits in octets, whatever the machine's order of octets is."""
Masks = npt.NDArray[np.uint64]


def bits(row: npt.NDArray[np.integer], column: npt.NDArray[np.integer], shape: tuple[int, int]) -> Masks:
    """Rows of bits, as many words each as its columns need, with a bit set at each of the places."""
    rows, columns = shape
    octets = np.zeros((rows, -(-columns // BITS) * BITS // 8), np.uint8)
    np.bitwise_or.at(octets, (row, column >> 3), np.left_shift(1, column & 7).astype(np.uint8))
    return octets.view(np.uint64)


def at_least(masks: Masks, need: int) -> Masks:
    """The bits that at least `need` of the masks have.

    Args:
        masks: (masks, ...), each a row of bits.
        need: at least 1.

    Returns:
        (...), a bit set where enough masks have it.
    """
    digits = _digits(masks)
    if need >> len(digits):
        return np.zeros(masks.shape[1:], np.uint64)
    enough = ~np.zeros(masks.shape[1:], np.uint64)
    for place, digit in enumerate(digits):
        enough = digit & enough if need >> place & 1 else digit | enough
    return enough


def _digits(masks: Masks) -> list[Masks]:
    """The counts as binary digits: the lowest digit of all counts, then the next, and so on."""
    digits = []
    while len(masks):
        carried = [masks[:0]]
        while len(masks) > 1:
            masks, carry = _added(masks)
            carried.append(carry)
        digits.append(masks[0])
        masks = np.concatenate(carried)
    return digits


def _added(masks: Masks) -> tuple[Masks, Masks]:
    """Each three masks as their sum and what is carried; two where there are no more."""
    third = len(masks) // 3
    if not third:
        return masks[:1] ^ masks[1:], masks[:1] & masks[1:]
    one, other, last = (masks[place * third : (place + 1) * third] for place in range(3))
    either = one ^ other
    carry = one & other
    total = either ^ last
    either &= last
    carry |= either
    return np.concatenate((total, masks[3 * third :])), carry
