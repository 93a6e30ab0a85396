"""The parts of the map at two points in time."""
