"""Kinds of message that were switched off: asked when a message is about to leave, so that a switch holds at once."""
