"""The built graph over HTTP: SPARQL for machines, pages for people, names for OpenRefine. Read-only, and without a way out."""
