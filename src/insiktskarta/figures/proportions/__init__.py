"""The parts of the proportional overview."""
