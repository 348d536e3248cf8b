"""Events, agreements and projects: the noun phrases, titles and tellings that name them."""
