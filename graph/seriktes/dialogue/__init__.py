"""People and the graph: what it asks them (doubts, review), what they ask it (who, how connected), told with the sentences."""
