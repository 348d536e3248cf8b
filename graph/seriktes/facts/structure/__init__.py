"""Parts and wholes, seats, units of bodies."""
