"""Names in a document: lists, trained taggers and patterns give mentions."""
