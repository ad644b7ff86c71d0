"""What a listing would like to know of somebody, and what they bring or sign: asked before anybody goes there."""
