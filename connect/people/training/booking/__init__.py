"""Places at a training session: asked for, held in turn, taken, and what came of it."""
