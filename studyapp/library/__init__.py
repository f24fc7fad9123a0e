"""The disk: folder of notes, atomic files, journal, settings, paths."""
