"""How we write to people: an outbox, signed links, and the senders behind one interface."""
