"""What people decided, kept in a file: read, checked against the documents, and applied whole or not at all."""
