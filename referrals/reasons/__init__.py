"""How a scheme uses our coded reasons: which it offers, in whose words, with what advice. The codes stay."""
