"""Persons, organisations and places: lists and patterns of three languages, one answer out of many voices."""
