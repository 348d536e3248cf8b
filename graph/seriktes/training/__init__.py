"""Training and measuring of the taggers; needs the corpora, which do not ship."""
