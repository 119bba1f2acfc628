"""Recipes that make the shipped language model. Development only: needs torch."""
