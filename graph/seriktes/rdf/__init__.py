"""Annotations to triples: what documents say, who is who, what rules add, and how it is written and checked."""
