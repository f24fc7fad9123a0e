"""How two pieces of a text are put together: English, Chinese with its own wide marks."""

MARK_TEXTS: dict[str, tuple[str, str]] = {
    "put_at": ("{place}: {what}", "{place}：{what}"),
    "put_aside": ("{what} ({aside})", "{what}（{aside}）"),
}
