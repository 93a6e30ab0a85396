"""Insight maps for municipalities, as plain text."""

__version__ = "0.1.0"
