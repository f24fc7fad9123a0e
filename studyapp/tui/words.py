"""Every word of the interface, in English and Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# "one|many": the first form is for n = 1. Chinese needs one form.
ENGLISH: Mapping[str, str] = {
    "opening": "Opening the library …",
    "failed": "The library can't be opened: {reason}",
    "found": "{notes} notes, {cards} questions. {history} have a history, {due} due. "
    "{new} wait unseen. No file was changed.",
    "now": "{parts} · about {minutes} min",
    "part_repeat": "{n} to repeat today",
    "part_review": "{n} due",
    "part_new": "{n} new",
    "start": "enter  start",
    "nothing_now": "Nothing is due today. The next card is due {when}.",
    "nothing_ever": "Nothing is due today.",
    "cram_hint": "c  cram anyway, the schedule stays as it is",
    "empty": "No questions here yet.",
    "empty_hint": "A question is a paragraph **Q: …** with a line A: …, or a heading ### Q1: …\n"
    "Put one into a markdown note below {root} and press f5.",
    "decks": "Decks",
    "deck": "deck",
    "all_decks": "all decks",
    "due": "due",
    "unseen": "unseen",
    "cards": "cards",
    "mastery": "recall in 30 days",
    "days": "Reviews, last 30 days",
    "met": "met {met} of {all}",
    "problems": "{n} problem in the notes  p  show|{n} problems in the notes  p  show",
    "problems_title": "Problems",
    "waiting": "{n} note waits to be written  p  show|{n} notes wait to be written  p  show",
    "foreign": "Another tool changed the review dates of {n} note. Nothing was written.|"
    "Another tool changed the review dates of {n} notes. Nothing was written.",
    "foreign_keys": "k  keep mine   t  take theirs   K T  always",
    "hand": "You moved {n} review date; the schedule follows.|"
    "You moved {n} review dates; the schedule follows.",
    "healed": "{n} note brought up to date.|{n} notes brought up to date.",
    "journal_note": "Reviews are kept in {path}: questions and times. "
    "i  keep it out of git",
    "ignored": "Added to {path}.",
    "question": "Question",
    "answer": "Answer",
    "progress": "{at} of {all}",
    "repeat_tag": "again today",
    "new_tag": "new",
    "cram_tag": "cram",
    "reveal": "space  show the answer",
    "more": "▼ {n} more line|▼ {n} more lines",
    "again": "Again",
    "hard": "Hard",
    "good": "Good",
    "easy": "Easy",
    "not_yet": "Not yet",
    "got_it": "Got it",
    "today": "today",
    "tomorrow": "tomorrow",
    "in_days": "{n} day|{n} days",
    "in_months": "{n} months",
    "in_years": "{n} years",
    "again_today": "↻ again today",
    "saved": "saved",
    "not_saved": "Not saved: {reason}",
    "note_waits": "Saved in the journal; {note} waits: {reason}",
    "undone": "Undone: {question}",
    "nothing_to_undo": "Nothing to undo in this session.",
    "suspended": "Suspended. u  undo",
    "buried": "Buried until tomorrow. u  undo",
    "flagged": "Flagged.",
    "unflagged": "Flag removed.",
    "finished": "Done for now",
    "finished_text": "{n} answered in {minutes} min.",
    "finished_left": "{n} to repeat today: they wait on Home.",
    "back": "enter  back to Home",
    "why_new": "This question was never reviewed. The first Good brings it back tomorrow.",
    "why": "Last reviewed {last}, then {interval}: due {due}. "
    "Ease {ease}, {repetitions} in a row, {lapses} lapses. "
    "Recall in 30 days: {mastery}.",
    "no_editor": "Set $EDITOR to edit the note.",
    "untrusted_title": "Run this code without a sandbox?",
    "untrusted": "No sandbox works on this system. The snippet would run with all your rights.",
    "untrusted_keys": "y  run it   t  trust this library   esc  no",
    "first_run": "Runs in a sandbox ({level}): no network, no files of yours.",
    "help": "Help",
    "help_title": "Keys",
    "key_reveal": "show the answer, then page down, then Good",
    "key_grades": "grade: Again, Hard, Good, Easy",
    "key_run": "run the demo; again with another seed: R",
    "key_stop": "stop the running demo",
    "key_demos": "other demo",
    "key_swap": "fold or unfold the demo",
    "key_note": "read the whole note",
    "key_edit": "edit the card in $EDITOR",
    "key_why": "why this date",
    "key_undo": "undo",
    "key_suspend": "suspend, bury until tomorrow, flag",
    "key_help": "this page",
    "key_quit": "leave; everything is saved already",
    "key_start": "study the chosen deck",
    "key_refresh": "read the folder again",
    "key_problems": "show the problems",
    "key_cram": "cram: study without touching the schedule",
    "key_palette": "all commands",
    "help_home": "On Home",
    "help_study": "While studying",
    "help_grades": "What the grades mean",
    "grade_1": "Not recalled, or wrong. It starts over and comes again today.",
    "grade_2": "Recalled with real effort. It comes once more today.",
    "grade_3": "Recalled.",
    "grade_4": "At once and completely; the interval grows faster.",
}

CHINESE: Mapping[str, str] = {
    "opening": "正在打开题库 …",
    "failed": "题库打不开：{reason}",
    "found": "共 {notes} 篇笔记、{cards} 道题。{history} 道有复习记录，{due} 道到期，"
    "{new} 道还没见过。没有改动任何文件。",
    "now": "{parts} · 约 {minutes} 分钟",
    "part_repeat": "今天还要再答 {n}",
    "part_review": "到期 {n}",
    "part_new": "新题 {n}",
    "start": "enter  开始",
    "nothing_now": "今天没有到期的题。下一道在{when}。",
    "nothing_ever": "今天没有到期的题。",
    "cram_hint": "c  仍想练习，不影响日程",
    "empty": "这里还没有题目。",
    "empty_hint": "一段 **Q: …** 加一行 A: …，或一个标题 ### Q1: …，就是一道题。\n"
    "写进 {root} 下的任意 markdown 笔记，再按 f5。",
    "decks": "题组",
    "deck": "题组",
    "all_decks": "全部题组",
    "due": "到期",
    "unseen": "未见",
    "cards": "题数",
    "mastery": "30 天后记得",
    "days": "最近 30 天的复习",
    "met": "见过 {met} / {all}",
    "problems": "笔记中有 {n} 处问题  p  查看",
    "problems_title": "问题",
    "waiting": "{n} 篇笔记等待写入  p  查看",
    "foreign": "另一个工具改了 {n} 篇笔记的复习日期。这些笔记没有被写入。",
    "foreign_keys": "k  用我的   t  用它的   K T  以后都这样",
    "hand": "你手动改了 {n} 个复习日期，日程已照办。",
    "healed": "{n} 篇笔记已更新到最新。",
    "journal_note": "复习记录存在 {path}，含题目与时间。i  不让 git 跟踪它",
    "ignored": "已写入 {path}。",
    "question": "问题",
    "answer": "答案",
    "progress": "第 {at} / {all} 题",
    "repeat_tag": "今天再答",
    "new_tag": "新题",
    "cram_tag": "练习",
    "reveal": "space  看答案",
    "more": "▼ 还有 {n} 行",
    "again": "忘了",
    "hard": "吃力",
    "good": "记得",
    "easy": "轻松",
    "not_yet": "还不会",
    "got_it": "会了",
    "today": "今天",
    "tomorrow": "明天",
    "in_days": "{n} 天后",
    "in_months": "{n} 个月后",
    "in_years": "{n} 年后",
    "again_today": "↻ 今天再答",
    "saved": "已保存",
    "not_saved": "没有保存：{reason}",
    "note_waits": "已记入日志；{note} 暂未写入：{reason}",
    "undone": "已撤销：{question}",
    "nothing_to_undo": "本次没有可撤销的。",
    "suspended": "已暂停这道题。u  撤销",
    "buried": "推迟到明天。u  撤销",
    "flagged": "已标记。",
    "unflagged": "已取消标记。",
    "finished": "今天先到这里",
    "finished_text": "答了 {n} 题，用时 {minutes} 分钟。",
    "finished_left": "还有 {n} 道今天要再答，主页上可以继续。",
    "back": "enter  回主页",
    "why_new": "这道题还没复习过。第一次“记得”之后，明天再见。",
    "why": "上次复习 {last}，间隔{interval}，到期日 {due}。"
    "难易系数 {ease}，连续记得 {repetitions} 次，忘过 {lapses} 次。30 天后记得的概率 {mastery}。",
    "no_editor": "请先设置 $EDITOR。",
    "untrusted_title": "没有沙箱，仍要运行？",
    "untrusted": "这个系统上没有可用的沙箱。代码会以你的全部权限运行。",
    "untrusted_keys": "y  运行   t  信任此题库   esc  不运行",
    "first_run": "在沙箱里运行（{level}）：没有网络，碰不到你的文件。",
    "help": "帮助",
    "help_title": "按键",
    "key_reveal": "看答案，再翻页，再评“记得”",
    "key_grades": "评分：忘了、吃力、记得、轻松",
    "key_run": "运行演示；R 换一个随机种子",
    "key_stop": "停止正在运行的演示",
    "key_demos": "换一个演示",
    "key_swap": "折叠或展开演示",
    "key_note": "读整篇笔记",
    "key_edit": "用 $EDITOR 编辑这道题",
    "key_why": "为什么是这个日期",
    "key_undo": "撤销",
    "key_suspend": "暂停、推迟到明天、标记",
    "key_help": "本页",
    "key_quit": "离开；一切都已保存",
    "key_start": "学习选中的题组",
    "key_refresh": "重新读取文件夹",
    "key_problems": "查看问题",
    "key_cram": "练习：不影响日程",
    "key_palette": "全部命令",
    "help_home": "在主页",
    "help_study": "学习时",
    "help_grades": "评分的含义",
    "grade_1": "没想起来，或答错。从头开始，今天再答。",
    "grade_2": "想起来了，但很费力。今天再答一次。",
    "grade_3": "想起来了。",
    "grade_4": "立刻而且完整；间隔增长更快。",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language: `en` or `zh`."""

    language: str

    def __call__(self, key: str, /, **facts: object) -> str:
        """The text for `key` with `facts` filled in; `n` picks singular or plural."""
        text = self.table[key]
        if "|" in text:
            one, many = text.split("|")
            text = one if facts.get("n") == 1 else many
        return text.format(**facts)

    @property
    def table(self) -> Mapping[str, str]:
        """All texts of this language, unfilled."""
        return CHINESE if self.language == "zh" else ENGLISH


def language_of(setting: str, texts: Iterable[str], locale: str) -> str:
    """The interface's language: the setting, else what the library mostly is, else the locale."""
    if setting:
        return setting
    chinese = [any("\u4e00" <= char <= "\u9fff" for char in text) for text in texts]
    if chinese:
        return "zh" if 2 * sum(chinese) > len(chinese) else "en"
    return "zh" if locale.lower().startswith("zh") else "en"
