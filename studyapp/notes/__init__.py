"""Pure: bytes → note → cards, snippets, links; values → splices."""
