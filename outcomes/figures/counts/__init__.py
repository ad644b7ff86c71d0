"""What is counted, theme by theme; each module has its COUNTS, VALUES and MEASURES."""
