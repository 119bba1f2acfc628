"""Acquire: files, folders and standard input become raw items; what cannot be read becomes an error with its place."""

from saksi.acquire.walk import acquire

__all__ = ["acquire"]
