"""Spaced repetition for markdown notes in the terminal, with live PyTorch demos."""

__version__ = "0.1.0"
