"""The five seed documents and what is known about them: data files only."""
