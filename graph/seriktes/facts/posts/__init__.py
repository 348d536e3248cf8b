"""Who holds which post where: titles before and after names, their bodies, posts told by a verb."""
