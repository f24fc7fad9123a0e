"""The disposable index: what was read of each note, kept in the cache folder."""
