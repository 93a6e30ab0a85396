"""The parts of the insight map."""
