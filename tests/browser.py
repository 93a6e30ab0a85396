"""Pictures in a headless Chromium: what it paints, and where it puts each text. Nothing here shares code with the drawing."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
DPI = 96
"""Of a page at its own size: a point is 4/3 pixels."""
_NOISE = 32
SQUARE = 24
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-lcd-text",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--force-device-scale-factor=1",
    "--hide-scrollbars",
    "--allow-file-access-from-files",
    "--virtual-time-budget=4000",
)
_SCRIPT = """
const answer = () => {
  const found = [...document.querySelectorAll('iframe')].map(frame => {
    const page = frame.contentDocument;
    return [...page.querySelectorAll('text')].map(text => {
      const box = text.getBBox(), base = text.getStartPositionOfChar(0).y;
      const size = parseFloat(text.getAttribute('font-size'));
      const stated = parseFloat(text.getAttribute('textLength'));
      text.removeAttribute('textLength');
      return {string: text.textContent, left: box.x, right: box.x + box.width, top: base - 0.72 * size,
              bottom: base + 0.21 * size, long: text.getComputedTextLength(), stated: stated};
    });
  });
  document.body.innerHTML = '<pre id="said"></pre>';
  document.getElementById('said').textContent = JSON.stringify(found);
};
window.onload = () => Promise.all([...document.querySelectorAll('iframe')]
  .map(frame => frame.contentDocument.fonts.ready)).then(answer);
"""


@dataclass(frozen=True)
class Seen:
    """One picture in the browser.

    Attributes:
        pixels: rows of red, green and blue, at `DPI`.
        texts: in the order of the document, in points of the picture: `string`, `left`, `right`, `top`, `bottom`, the
            `stated` length, and how `long` the text is when nothing stretches it.
    """

    pixels: np.ndarray
    texts: list[dict[str, Any]]


def found() -> str:
    """The browser; the test is skipped where there is none."""
    asked = os.environ.get("INSIKT_BROWSER", "")
    for name in filter(None, (asked, *NAMES)):
        path = shutil.which(name)
        if path:
            return path
    pytest.skip(f"no browser: none of {', '.join(NAMES)} is installed, and INSIKT_BROWSER names none")


def seen(pictures: list[str], folder: Path) -> list[Seen]:
    """What the browser makes of SVG documents, each in a frame of its own."""
    browser = found()
    frames, sizes = [], []
    for number, picture in enumerate(pictures):
        (folder / f"{number}.svg").write_text(picture, encoding="utf-8", newline="\n")
        wide, high = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', picture)[0]
        sizes.append((round(float(wide) * DPI / 72), round(float(high) * DPI / 72)))
        style = f"display:block;border:0;width:{sizes[-1][0]}px;height:{sizes[-1][1]}px"
        frames.append(f'<iframe src="{number}.svg" style="{style}"></iframe>')
    start = '<!doctype html><meta charset="utf-8"><body style="margin:0">' + "".join(frames)
    (folder / "shown.html").write_text(start, encoding="utf-8")
    (folder / "asked.html").write_text(f"{start}<script>{_SCRIPT}</script>", encoding="utf-8")
    whole = max(wide for wide, _ in sizes), sum(high for _, high in sizes)
    shot = folder / "shot.png"
    _run(browser, folder, f"--screenshot={shot}", f"--window-size={whole[0]},{whole[1]}", "shown.html")
    dom = _run(browser, folder, "--dump-dom", "asked.html")
    said = json.loads(unescape(re.findall(r'<pre id="said">(.*?)</pre>', dom, re.DOTALL)[0]))
    painted = np.asarray(Image.open(BytesIO(shot.read_bytes())).convert("RGB"))
    result, top = [], 0
    for (wide, high), texts in zip(sizes, said, strict=True):
        result.append(Seen(painted[top : top + high, :wide], texts))
        top += high
    return result


def _run(browser: str, folder: Path, *arguments: str) -> str:
    *options, page = arguments
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    own = f"--user-data-dir={folder / 'profile'}"
    command = [browser, *_FLAGS, *root, own, *options, (folder / page).as_uri()]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=180)
    return done.stdout


def different(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Where two pictures differ by more than the place of a pixel: which pixels lie outside their neighbours' range.

    A browser sets text on whole pixels and smooths edges its own way. So a pixel has to lie between the darkest and
    the lightest of the nine around its place in the other picture, in each colour, give or take `_NOISE`.
    """
    return _outside(first, second) | _outside(second, first)


def _outside(pixels: np.ndarray, other: np.ndarray) -> np.ndarray:
    padded = np.pad(other.astype(int), ((1, 1), (1, 1), (0, 0)), mode="edge")
    high, wide, _ = other.shape
    around = [padded[y : y + high, x : x + wide] for y in range(3) for x in range(3)]
    low, top = np.minimum.reduce(around) - _NOISE, np.maximum.reduce(around) + _NOISE
    return ((pixels < low) | (pixels > top)).any(axis=2)


def worst(first: np.ndarray, second: np.ndarray) -> int:
    """The most pixels that differ in any square of `SQUARE` pixels."""
    counts = np.pad(different(first, second).astype(int).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    n = SQUARE
    return int((counts[n:, n:] - counts[:-n, n:] - counts[n:, :-n] + counts[:-n, :-n]).max())


def collisions(texts: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Texts that lie over one another."""
    return [
        (one["string"], other["string"])
        for index, one in enumerate(texts)
        for other in texts[index + 1 :]
        if min(one["right"], other["right"]) - max(one["left"], other["left"]) > 0.1
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 0.1
    ]
