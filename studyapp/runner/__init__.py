"""Live code: runs snippets in another process; knows nothing of cards or notes."""
