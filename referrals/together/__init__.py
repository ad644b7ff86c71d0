"""Several organisations round one person: who is asked in, how much they see, until when, and who leads."""
