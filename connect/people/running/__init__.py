"""Running it: organisations, schemes, teams, and whoever works in them, without anybody opening a shell."""
