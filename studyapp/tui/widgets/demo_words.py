"""The words of the demo pane, in two languages; braces stand for what is filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.library.paths import settings_file
from studyapp.tui.phrasebook import Phrasebook
from studyapp.tui.texts.runs import RUN_REASONS

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "off": "code is off: --no-run",
    "running": "running {seconds:.1f} s · esc stops",
    "claims_one": "1 claim holds",
    "claim_differs": "1 claim differs",
    "claims_all": "{count} claims hold",
    "claims_some": "{holding} of {count} claims hold",
    "claim": "note {stated} · here {actual}",
    "aside": "{count} set aside",
    "milliseconds": "{count} ms",
    "seconds": "{count:.1f} s",
    "more": "… {count} more lines",
    "with_line": "with line {lines}",
    "with_lines": "with lines {lines}",
    "pass": "pass {at}",
    "pass_of": "pass {at} of {of}",
    "guessed": "example input, not the note's: {inputs}",
    "figure": "figure {width}×{height} · o opens it",
    "graph_of": "{name}, and what it was computed from",
    "graph_cut": "… the graph goes on",
    "at_line": "line {line}: {failure}",
    "showcased": "called with example inputs",
    "defines": "only defines, shows no value",
    "needs": "not run",
    "not-python": "not Python",
    "error": "error",
    "timeout": "took too long",
    "limit": "over a limit",
    "killed": "stopped",
    "no_torch": 'needs torch; name a Python that has it in {settings}: python = "…"',
}
"""Plain English; `run` names the key that starts a run."""

CHINESE: Mapping[str, str] = {
    "off": "没有启用代码运行：--no-run",
    "running": "运行中 {seconds:.1f} 秒 · esc 停止",
    "claims_one": "1 处与笔记一致",
    "claim_differs": "1 处与笔记不同",
    "claims_all": "{count} 处与笔记一致",
    "claims_some": "{count} 处中 {holding} 处与笔记一致",
    "claim": "笔记 {stated} · 实际 {actual}",
    "aside": "{count} 处已忽略",
    "milliseconds": "{count} 毫秒",
    "seconds": "{count:.1f} 秒",
    "more": "… 还有 {count} 行",
    "with_line": "先运行第 {lines} 行",
    "with_lines": "先运行第 {lines} 行",
    "pass": "第 {at} 次",
    "pass_of": "第 {at} 次，共 {of} 次",
    "guessed": "示例输入，不是笔记里的：{inputs}",
    "figure": "图 {width}×{height} · o 打开",
    "graph_of": "{name} 的计算来源",
    "graph_cut": "… 图还没完",
    "at_line": "第 {line} 行：{failure}",
    "showcased": "已用示例输入调用",
    "defines": "只有定义，没有值可看",
    "needs": "未运行",
    "not-python": "不是 Python",
    "error": "出错",
    "timeout": "超时",
    "limit": "超出限制",
    "killed": "已停止",
    "no_torch": '缺少 torch；在 {settings} 里写明装有它的 Python：python = "…"',
}
"""简体中文。"""

_IN_CHINESE = Phrasebook(RUN_REASONS)


_NAMES_KEYS = {
    "running": ("study.stop", "esc"),
    "figure": ("study.figure", "o"),
}
"""Words that name a key: the action that it is for, and the usual one."""


def as_bound(words: Mapping[str, str], caps: Mapping[str, str]) -> Mapping[str, str]:
    """`words` that name the keys of `caps`, where these have others than the usual ones."""
    if not caps.keys() & {action for action, _ in _NAMES_KEYS.values()}:
        return words
    bound = dict(words)
    for name, (action, usual) in _NAMES_KEYS.items():
        cap = caps.get(action, usual).replace("\\", r"\\")
        bound[name] = re.sub(rf"\b{usual} ", f"{cap} ", words[name])
    return bound


def reason(text: str, words: Mapping[str, str]) -> str:
    """Why a run ended as it did; without torch also the setting that names another Python."""
    if text == "needs torch":
        return words["no_torch"].format(settings=settings_file())
    return _IN_CHINESE(text) if words["error"] == CHINESE["error"] else text
