"""Who is who over documents, languages and scripts: every entity gets the key of the thing it stands for."""
