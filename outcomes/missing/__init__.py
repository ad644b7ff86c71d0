"""What is missing: needs nobody could meet, what a closure would do, and the wish list of community development."""
