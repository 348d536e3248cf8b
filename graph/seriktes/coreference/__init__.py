"""Which mentions of one document speak of the same thing, and how that thing is called."""
