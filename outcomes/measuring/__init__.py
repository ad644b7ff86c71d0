"""How somebody is, in the words of the instruments: asked kindly, kept as it was said, compared with care."""
