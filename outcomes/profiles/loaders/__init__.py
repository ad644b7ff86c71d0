"""Open files about places, read into areas that are held."""
