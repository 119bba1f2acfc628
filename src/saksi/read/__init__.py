"""Mentions: the times, numbers, places and actors that a text names, with their spans and what they stand for."""
