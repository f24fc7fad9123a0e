"""The texts of the settings: English, Chinese.

`set_KEY` names a setting, `doc_KEY` says what it is for, `val_KEY_VALUE` names a value of it.
"""

SETTINGS_TEXTS: dict[str, tuple[str, str]] = {
    "settings_title": ("Settings", "设置"),
    "set_group_day": ("The day · kept with the notes", "每日 · 随笔记保存"),
    "set_group_memory": ("Scheduling · kept with the notes", "排期 · 随笔记保存"),
    "set_group_notes": ("Questions in the notes · kept with them", "笔记里的题目 · 随笔记保存"),
    "set_group_decks": ("Weights of decks · kept with the notes", "题组权重 · 随笔记保存"),
    "set_group_own": ("Your own", "你自己的"),
    "set_group_keys": ("Keys · your own", "按键 · 你自己的"),
    "set_file": ("{key_name} in {file}", "{key_name}，写在 {file}"),
    "set_expected": ("expected: {reason}", "应为：{reason}"),
    "set_expected_keys": (
        "keys, parted by commas, such as r,f5,ctrl+r",
        "按键名，用逗号隔开，例如 r,f5,ctrl+r",
    ),
    "set_now": ("today as it is: {now}", "现在：{now}"),
    "set_then": ("today then:     {then}", "改后：{then}"),
    "set_same": ("Today stays as it is: {now}", "今天不变：{now}"),
    "set_rereads": ("The notes are read again with it.", "会用它重新读取笔记。"),
    "set_shifts": (
        "What it moves is shown before it is kept.",
        "保存之前会先列出哪些日期要变。",
    ),
    "set_saved": ("✓ {what}", "✓ {what}"),
    "k_change_it": ("change", "修改"),
    "k_default": ("back to the default", "恢复默认"),
    "k_keep": ("keep", "保存"),
    "home.settings": (
        "all settings: notes, language, theme, keys",
        "全部设置：笔记、语言、主题、按键",
    ),
    "settings.change": ("change the setting", "修改这项设置"),
    "settings.reset": ("back to the default", "恢复默认"),
    "settings.back": ("back", "返回"),
    "setting.keep": ("keep the value", "保存这个值"),
    "setting.leave": ("leave it as it is", "不改"),
    # values
    "val_none": ("–", "–"),
    "val_yes": ("yes", "是"),
    "val_no": ("no", "否"),
    "val_language_": ("as the notes are", "随笔记"),
    "val_language_en": ("English", "English"),
    "val_language_zh": ("中文", "中文"),
    "val_scheduler_sm2": ("classic SM-2", "经典 SM-2"),
    "val_scheduler_fsrs": ("FSRS", "FSRS"),
    "val_foreign_ask": ("ask", "询问"),
    "val_foreign_mine": ("keep mine", "保留我的"),
    "val_foreign_theirs": ("take theirs", "采用它的"),
    "val_keys_preset_": ("the usual", "默认"),
    "val_keys_preset_anki": ("Anki's", "Anki 的"),
    "val_theme_": ("the usual", "默认"),
    # names
    "set_rollover_hour": ("a day ends at (hour)", "一天的结束（时）"),
    "set_minutes_per_day": ("minutes a day", "每天几分钟"),
    "set_new_per_day": ("new cards a day", "每天新题"),
    "set_reviews_per_day": ("reviews a day", "每天复习"),
    "set_weights": ("weights", "权重"),
    "set_interview": ("interview on", "面试日期"),
    "set_scheduler": ("scheduler", "复习算法"),
    "set_retention": ("recall that FSRS aims at", "FSRS 的目标记忆率"),
    "set_parameters": ("FSRS's parameters", "FSRS 参数"),
    "set_repeats_per_day": ("repeats on one day", "当天重答次数"),
    "set_foreign": ("another tool's values", "其他工具的改动"),
    "set_leads": ("notes without a question", "没有问题的笔记"),
    "set_exposition": ("headings as questions", "标题作题目"),
    "set_inline_separator": ("separator on one line", "行内分隔符"),
    "set_below_separator": ("separator between lines", "行间分隔符"),
    "set_outlines": ("folder of the outlines", "大纲文件夹"),
    "set_own.outlines": ("folder of outlines", "大纲文件夹"),
    "set_library": ("library", "题库"),
    "set_language": ("language", "语言"),
    "set_theme": ("theme", "主题"),
    "set_keys_preset": ("keys as in", "按键方案"),
    "set_keys": ("keys", "按键"),
    "set_python": ("Python for snippets", "运行代码的 Python"),
    "set_autorun": ("demos run by themselves", "演示自动运行"),
    "set_trusted": ("trusted folders", "信任的文件夹"),
    # what each is for
    "doc_rollover_hour": ("The hour at which a study day ends.", "学习日在几点结束。"),
    "doc_minutes_per_day": (
        "Minutes of study a day; 0 counts cards instead, by the two limits below.",
        "每天学习的分钟数；0 表示按下面两个题数上限。",
    ),
    "doc_new_per_day": (
        "New cards introduced a day, where minutes set no limit.",
        "不按分钟时，每天引入的新题。",
    ),
    "doc_reviews_per_day": (
        "Reviews a day at most, where minutes set no limit; 0 is none either.",
        "不按分钟时，每天最多复习几道；0 表示不限。",
    ),
    "doc_weights": (
        "How much a deck counts, by its folder, for those below it too: 0 is never asked, 3 most.",
        "题组（文件夹，含下级）的权重：0 从不提问，3 最多。",
    ),
    "doc_interview": ("The day on which all is to be recalled.", "要全部记得的那一天。"),
    "doc_scheduler": (
        "Classic SM-2 (1, 6, then by ease), or FSRS (spaced by grade from the first day).",
        "经典 SM-2（1、6，再按难易），或 FSRS（从第一天起按评分）。",
    ),
    "doc_retention": (
        "The chance of recall at which FSRS brings a card back.",
        "记得的概率降到多少时，FSRS 再问这道题。",
    ),
    "doc_parameters": (
        "FSRS's parameters, as `optimize` fits them; empty for its own.",
        "FSRS 的参数，由 `optimize` 拟合；空为自带的。",
    ),
    "doc_repeats_per_day": (
        "How often a card that was not recalled comes back the same day.",
        "没记住的题当天最多再问几次。",
    ),
    "doc_foreign": (
        "What happens when another tool rewrote a note's review metadata.",
        "其他工具改写笔记的复习数据时怎么办。",
    ),
    "doc_leads": (
        "Whether a note without a question asks its title, its first words being the answer.",
        "没有问题的笔记是否以标题为题、开头为答案。",
    ),
    "doc_exposition": (
        "Whether headings that ask are questions outside of sections of questions, too.",
        "问答部分之外，提问的标题是否也算题目。",
    ),
    "doc_inline_separator": (
        "What parts question and answer on one line, as in Obsidian's spaced repetition.",
        "同一行里分开问和答的符号，同 Obsidian 间隔重复。",
    ),
    "doc_below_separator": (
        "What stands alone on the line between question and answer.",
        "问与答之间独占一行的符号。",
    ),
    "doc_outlines": (
        "Where the outlines lie, seen from the library; empty looks for `outlines` in it and above.",
        "大纲所在的文件夹，相对于题库；空为在题库里和上级找 `outlines`。",
    ),
    "doc_own.outlines": (
        "Where outlines lie whose library does not say.",
        "题库没有写明时，大纲所在的文件夹。",
    ),
    "doc_library": ("The library to open when none is named.", "没有指定时打开的题库。"),
    "doc_language": (
        "The interface's language; empty follows the library, then the locale.",
        "界面语言；空为随题库，再随系统。",
    ),
    "doc_theme": ("A Textual theme; empty keeps the default.", "Textual 主题；空为默认。"),
    "doc_keys_preset": (
        "Keys as another program has them; empty for the app's own.",
        "采用另一个程序的按键；空为本程序的。",
    ),
    "doc_keys": (
        "The keys of single actions, by the names that the settings screen gives them.",
        "单个操作的按键，操作名见设置页。",
    ),
    "doc_python": (
        "The Python that runs snippets; empty takes the one that runs studyapp.",
        "运行代码的 Python；空为运行本程序的那个。",
    ),
    "doc_autorun": (
        "Whether, in a trusted library, a demo that opens by itself also runs by itself.",
        "在信任的题库里，自动展开的演示是否也自动运行。",
    ),
    "doc_trusted": (
        "Folders whose snippets may run without being asked.",
        "其中的代码可以不经询问运行的文件夹。",
    ),
}
