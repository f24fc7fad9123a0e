"""The texts of the first open, and of a library without a question: English, Chinese."""

OPENING_TEXTS: dict[str, tuple[str, str]] = {
    "opening": ("Opening the library …", "正在打开题库 …"),
    "opening_study": (
        "then the first card comes; esc takes that back",
        "打开后直接出第一题；按 esc 取消",
    ),
    "opening_key": (
        "what you pressed waits until then; esc takes it back",
        "你按的键会等题库打开后生效；按 esc 取消",
    ),
    "reading": ("reading {done:,} of {total:,} notes", "正在读取笔记 {done:,} / {total:,}"),
    "failed": ("The library can't be opened: {reason}", "题库打不开：{reason}"),
    "notes_outlines": (
        "{notes}, {n} outline|{notes}, {n} outlines",
        "{notes}、{n} 份大纲",
    ),
    "notes": ("{n} note|{n} notes", "{n} 篇笔记"),
    "questions": ("{n} question|{n} questions", "{n} 道题"),
    "found": (
        "{notes}, {cards}. {history} {new} No file was changed.",
        "共 {notes}、{cards}。{history}{new}没有改动任何文件。",
    ),
    "found_history": (
        "{n} has a history, {due} due.|{n} have a history, {due} due.",
        "{n} 道有复习记录，{due} 道到期。",
    ),
    "found_none": ("None has a history.", "都还没有复习记录。"),
    "found_new": ("{n} waits unseen.|{n} wait unseen.", "{n} 道还没见过。"),
    "own_language": (
        "The decks ask the same in English and in Chinese; {deck} is chosen. {key:home.heavier +} on the other brings it in.",
        "两个题组内容相同，一个中文，一个英文；已选中 {deck}。要加入另一个，选中它按 {key:home.heavier +}。",
    ),
    "welcome": (
        "Read a question, say the answer aloud, press {key:study.forward space} to see it, grade yourself with {key:study.again 1}–{key:study.easy 4}. Where the answer has a demo, {key:study.run r} runs it live. Only the review values in a note's front matter are ever written.",
        "读题，先说出答案，按 {key:study.forward space} 对照，再用 {key:study.again 1}–{key:study.easy 4} 给自己评分。有演示的题按 {key:study.run r} 现场运行。笔记里只会改 front matter 中的复习数据。",
    ),
    "first_day": (
        "{minutes} minutes a day, by classic SM-2 (after 1 day, 6, 15, 38 …)? enter starts like that. {key:home.day d} sets other minutes, or FSRS, which spaces by grade from the first day.",
        "每天 {minutes} 分钟，用经典 SM-2（隔 1、6、15、38 天…）？按 enter 就这样开始。按 {key:home.day d} 改时间，或换成从第一天起按评分安排的 FSRS。",
    ),
    "empty": ("No questions here yet.", "这里还没有题目。"),
    "empty_hint": (
        "A question is a paragraph **Q: …** with a line A: … under it, or a heading ### Q1: …\nWrite one into a markdown note below {root}, or press {key:capture ctrl+n} and type one here.",
        "一段 **Q: …** 下面一行 A: …，或者一个标题 ### Q1: …，就是一道题。\n写进 {root} 下的任意一篇 markdown 笔记，或按 {key:capture ctrl+n} 在这里写一道。",
    ),
}
