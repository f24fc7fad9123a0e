"""Pure: which snippet demonstrates which card, how well, or none."""
