"""What happened in a month and a place, in a line beside its figures: a new group opened here."""
