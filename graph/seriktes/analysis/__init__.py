"""The network made from the claims, and what can be counted in it: networkx in, plain tables out."""
