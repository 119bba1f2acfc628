"""The language model and nothing else: words, sentences, trees, names, triggers and quotations of a text."""

from saksi.nlp.ear import Ear

__all__ = ["Ear"]
