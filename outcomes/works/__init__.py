"""What works: the findings of a period, who reaches whom, every measure and what it means."""
