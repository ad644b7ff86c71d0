"""The figures outside a team: counted month by month, frozen on a fixed lattice, read only as released."""
