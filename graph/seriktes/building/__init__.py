"""How a graph is built: who reads what, what was made of the same and stays, which files there are."""
