"""The texts of lists and of the pager: English, Chinese."""

LISTINGS_TEXTS: dict[str, tuple[str, str]] = {
    "rebinds": (
        "{n} reworded question keeps its history: {key:home.rebinds r}|{n} reworded questions keep their history: {key:home.rebinds r}",
        "{n} 道题改写过，沿用原来的复习记录：{key:home.rebinds r}",
    ),
    "rebinds_title": ("Reworded questions", "改写过的题"),
    "k_same": ("the same question", "是同一道题"),
    "k_different": ("another one", "不是"),
    "rebinds_ask": ("the same question?", "是同一道题吗？"),
    "rebinds_sure": ("taken for the same", "已按同一道题处理"),
    "problems.edit": ("open it in $EDITOR", "在 $EDITOR 中打开"),
    "problems.back": ("back", "返回"),
    "suspended_title": ("Suspended cards", "暂停的题"),
    "suspended_none": ("No card is suspended.", "没有暂停的题。"),
    "suspended.take_up": ("ask it again", "恢复这道题"),
    "suspended.back": ("back", "返回"),
    "unread": ("The note can't be read: {reason}", "笔记读不了：{reason}"),
    "reader.page": ("page down", "下一页"),
    "reader.back": ("back", "返回"),
    "listing.back": ("back", "返回"),
    "rebinds.same": ("the same question: its history goes on", "是同一道题：沿用复习记录"),
    "rebinds.other": ("another question: it starts as new", "不是同一道题：当作新题"),
    "rebinds.back": ("back", "返回"),
}
