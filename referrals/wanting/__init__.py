"""Answers to what a listing asks, given when somebody is introduced there."""
