"""What a place is like, from open data: outlines, people by age, indicators; loaded by command, about nobody.

Others call `maps.boundaries(authority)`, `maps.shapes(authority)` and `people.population(ward, band)`.
"""
