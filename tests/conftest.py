"""What all tests share."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The material beside the repository; a user's clone has none."""
    if not SHARED.is_dir():
        pytest.skip("the shared material is not beside this clone")
    return SHARED
