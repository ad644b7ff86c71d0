"""A life of the borough, played through the same actions as any page calls: for trying things out, never for facts."""
