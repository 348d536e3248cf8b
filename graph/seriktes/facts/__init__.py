"""Documents with their entities to facts: who did what, with whom, where and when, each with its sentence."""
