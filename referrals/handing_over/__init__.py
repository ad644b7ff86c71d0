"""Somebody leaves, or is away for long: all that is in their hands goes into others, and nothing is left."""
