"""What workers can do, as they see it themselves and as somebody saw it."""
