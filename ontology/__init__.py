"""The ontology, shapes, queries and authority lists of seriktes: data files only."""
