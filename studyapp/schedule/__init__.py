"""Pure: grades, days, SM-2, events, fold, projection, mastery."""
