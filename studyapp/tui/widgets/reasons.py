"""Why a run ended as it did, and what a call came to, in Chinese; the runner says it in English."""

from __future__ import annotations

import re

_ALL_ALONE: dict[str, str] = {
    "cancelled": "已取消",
    "needs several processes": "需要多个进程",
    "needs several processes, each with CUDA": "需要多个进程，每个都要有 CUDA",
    "needs CUDA": "需要 CUDA",
    "it printed more than is kept of one run": "输出太多，后面的没有保留",
    "too many processes or threads": "进程或线程太多",
    "more memory than one run may use": "内存超出一次运行的限制",
    "the disk space for one run is full": "一次运行可用的磁盘空间已满",
    "it wrote into the runner's own pipe": "它写进了运行器自己的管道",
    "its process could not be prepared": "没能为它准备好进程",
    "the runner's process died": "运行器的进程已终止",
    "the runner's process did not answer": "运行器的进程没有回应",
    "called with example inputs, it did not end in time": "用示例输入调用后没有及时结束",
    "a method without its class": "是离开了类的方法",
    "it reads files or keys": "它要读文件或键盘",
    "an exception or an enumeration": "是异常类或枚举",
    "called, but nothing happened: it returned its input": "调用了，但什么也没发生：返回的就是输入",
    "called: it returned None, and no input changed": "调用了：返回 None，输入也没有变",
    "called, but none of its parameters or submodules was used": "调用了，但没用到任何参数或子模块",
}
_BLAMED = re.compile(r"the fence at line (\d+), which this one needs, (.*)", re.DOTALL)
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(english, re.DOTALL), chinese)
    for english, chinese in (
        (
            r"the fence at line (\d+), which this one needs, (.*)",
            r"它要用到第 \1 行的代码，而那段\2",
        ),
        (r"needs (.*), which the note defines nowhere", r"需要 \1，笔记里没有定义"),
        (r"needs (.*), which no fence defines before", r"需要 \1，前面的代码没有定义"),
        (r"needs the file (.*)", r"需要文件 \1"),
        (r"needs (.*)", r"需要 \1"),
        (r"failed: (.*)", r"出错了：\1"),
        (r"with lines? ([\d, ]+), which comes? later", r"先运行了后面第 \1 行的代码"),
        (r"still running after (.*) s", r"\1 秒后仍在运行"),
        (r"ended by (\S+)", r"被 \1 终止"),
        (r"its process ended by itself, with code (.*)", r"它的进程自己结束了，退出码 \1"),
        (r"no example input fitted: (.*)", r"没有合适的示例输入：\1"),
        (r"(\S+) uses (`.*`), which could not be defined here", r"\1 用到 \2，这里没有定义"),
        (r"(\S+) only keeps what it is given", r"\1 只是保存传入的内容"),
        (r"(\S+) leaves parts out \(`\.\.\.`\)", r"\1 里有省略的部分（`...`）"),
        (r"(\S+) has an empty body", r"\1 的函数体是空的"),
        (r"(\S+) is abstract", r"\1 是抽象类"),
        (r"(\S+) is a coroutine", r"\1 是协程"),
        (r"(\S+) is a context manager", r"\1 是上下文管理器"),
        (r"(\S+) is a hook", r"\1 是钩子函数"),
        (r"(\S+) makes a function", r"\1 返回一个函数"),
        (r"called, but nothing happened: (\S+) is empty", r"调用了，但什么也没发生：\1 是空的"),
        (
            r"not callable alone: a method without its class; `self` would be an instance(.*)",
            r"不能单独调用：它是离开了类的方法，`self` 应是某个类的实例\1",
        ),
    )
)


def in_chinese(text: str) -> str:
    """`text` in Chinese, as far as it is known; else as it is."""
    if blamed := _BLAMED.fullmatch(text):
        return f"它要用到第 {blamed[1]} 行的代码，而那段{_simply(blamed[2])}"
    return _simply(text)


def _simply(text: str) -> str:
    if known := _ALL_ALONE.get(text):
        return known
    matches = ((pattern.fullmatch(text), chinese) for pattern, chinese in _PATTERNS)
    return next((found.expand(chinese) for found, chinese in matches if found), text)
