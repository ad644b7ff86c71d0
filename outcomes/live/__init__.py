"""What a team counts of its own people, now: exact, for nobody else, and behind each number the people it is of."""
