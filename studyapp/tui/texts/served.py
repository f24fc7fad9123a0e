"""The texts of the app in a browser: English, Chinese."""

SERVED_TEXTS: dict[str, tuple[str, str]] = {
    "served_setting": (
        "Not from a browser: it says which code runs or which folders are open. Change it on the computer itself.",
        "浏览器里不能改：它决定运行哪些代码、开放哪些文件夹。请在本机上修改。",
    ),
}
