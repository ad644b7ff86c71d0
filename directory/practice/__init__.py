"""What worked: written down by those who connect people and those who run groups, for the next one to find."""
