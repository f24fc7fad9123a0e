"""The texts of the help page: English, Chinese."""

HELP_TEXTS: dict[str, tuple[str, str]] = {
    "key": ("key", "按键"),
    "does": ("what it does", "作用"),
    "grade": ("grade", "评分"),
    "means": ("meaning", "含义"),
    "help_title": ("Help", "帮助"),
    "help_home": ("On Home", "在主页"),
    "help_study": ("While studying", "学习时"),
    "help_grades": ("What the grades mean", "评分的含义"),
    "help": ("help: all keys, and what the grades mean", "帮助：全部按键和评分的含义"),
    "palette": ("all commands", "全部命令"),
    "palette_hint": ("search for a command …", "搜索命令 …"),
    "palette_none": ("No command matches.", "没有这样的命令。"),
    "quit_hint": (
        "{key:home.quit q} on Home, or ctrl+q anywhere, quits; everything is saved.",
        "在主页按 {key:home.quit q}，或随时按 ctrl+q 退出；一切都已保存。",
    ),
    "theme": ("choose a theme", "选择主题"),
    "grade_1": (
        "Not recalled, or wrong. It starts over and comes again today.",
        "没想起来，或答错。从头开始，今天再答。",
    ),
    "grade_2": (
        "Recalled with real effort. It comes once more today.",
        "想起来了，但很费力。今天再答一次。",
    ),
    "grade_3": ("Recalled.", "想起来了。"),
    "grade_4": (
        "Recalled at once and completely; the interval grows faster.",
        "立刻而且完整；间隔增长更快。",
    ),
}
