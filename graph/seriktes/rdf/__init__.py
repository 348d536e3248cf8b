"""Annotations to triples: what each document says, who is who, what the rules add, and how it is written and checked."""
