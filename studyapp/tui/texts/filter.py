"""What is said where cards are chosen: English, Chinese."""

FILTER_TEXTS: dict[str, tuple[str, str]] = {
    "filter_title": ("Choose cards", "挑题"),
    "filter_hint": ("words, or is:due deck:nlp …", "关键词，或 is:due deck:nlp …"),
    "filter_count": (
        "{n} card, {due} due, {new} new|{n} cards, {due} due, {new} new",
        "{n} 道题，到期 {due}，新题 {new}",
    ),
    "k_study_n": ("study {n}", "学习 {n} 道"),
    "k_cram_n": ("cram all {n}", "练习全部 {n} 道"),
    "k_filter": ("choose cards", "挑题"),
    "home.filter": ("choose cards by words, deck, tags or state", "按词、题组、标签或状态挑题"),
    "filter.study": ("study what is due or new of them", "学习其中到期的和新的"),
    "filter.cram": ("cram all of them; the schedule stays as it is", "练习全部，不影响日程"),
    "filter.back": ("back", "返回"),
}
