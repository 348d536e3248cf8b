"""Trained models: what they see of a token, how they are read and run, where their names begin and end."""
