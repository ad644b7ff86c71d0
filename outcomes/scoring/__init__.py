"""Scorers of the instruments: definitions are data, each rule is one pure function, nothing here knows a database."""
