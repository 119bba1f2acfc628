"""The domain model: frozen types that every other part imports. Standard library only; imports nothing of saksi's."""
