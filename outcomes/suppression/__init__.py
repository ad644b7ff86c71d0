"""Exact figures under a named agreement, what has been released before, and cases of anybody's own."""
