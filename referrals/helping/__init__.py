"""Neighbours helping: something small for somebody, asked without saying for whom, and done by an approved helper."""
