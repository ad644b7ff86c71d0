"""What the work is for: aims and outcomes as data, in versions that are never written over."""
