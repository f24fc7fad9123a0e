"""Which words a text has: identifiers taken apart, Chinese in pairs, one word for one idea."""

from __future__ import annotations

import re
from functools import lru_cache

_TOKEN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|[\u4e00-\u9fff]+")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

_EMPTY = frozenset(
    # What code and questions are made of, whatever they are about.
    "the of to in is it an and or for with from as by on at are was be how what why when which who"
    " does do did this that than not can you your self cls def return import print class lambda"
    " true false none if else elif while try except len range str int float list dict"
    " example demo test main init forward args kwargs result results output value values data"
    " 什么 如何 为什 么是 怎么 怎样 哪些 有哪 是什 请解 解释 请你 请说 说明 的是 是否 可以 需要 使用 用于"
    " 通过 进行 以及 以下 这个 一个 不同 情况 下选 示例 代码 结果 输出 输入 方法 方式 实现 问题 基本 主要".split()
)

_IDEAS = {
    # The same idea in the two languages of notes and in the names that code gives it.
    "grad": "autograd gradient gradients backward backprop 梯度 微分 求导 反向",
    "shape": "shapes size sizes dim dims ndim reshape 形状 维度",
    "view": "views 视图",
    "contiguous": "stride strides 连续 步长",
    "copy": "clone deepcopy copies 拷贝 复制 副本",
    "broadcast": "broadcasting expand 广播",
    "speed": "time timeit perf counter benchmark latency 性能 耗时 速度 延迟",
    "memory": "getsizeof nbytes ram 内存 显存",
    "precision": "dtype half float16 bfloat16 fp16 精度",
    "quantize": "quant quantized quantization int8 量化",
    "eager": "即时 动态",
    "graph": "graphs 图构 计算图 静态",
    "attention": "attn 注意 意力",
    "scale": "scaled scaling scores 缩放 除以",
    "variance": "var std 方差",
    "mean": "average 均值 平均",
    "loss": "losses criterion 损失 熵损",
    "activation": "relu gelu sigmoid tanh 激活",
    "normalize": "norm batchnorm layernorm 归一 标准化",
    "parameter": "parameters params numel weight weights 参数 权重",
    "device": "devices cuda cpu gpu 设备",
    "random": "seed manual randn rand 随机",
    "slice": "slices slicing 切片",
    "join": "concat concatenation concatenate cat 拼接",
    "hash": "hashable 哈希",
    "immutable": "immutability 不可 可变",
    "thread": "threads threading lock 线程",
    "sort": "sorted sorting 排序",
    "cache": "cached caches 缓存",
    "parallel": "distributed nccl rank 并行 分布",
    "stable": "stability overflow clamp eps 稳定 溢出",
    "compile": "jit script trace 编译",
}
_IDEA = {word: idea for idea, words in _IDEAS.items() for word in words.split()}


@lru_cache(maxsize=8192)
def words(text: str) -> frozenset[str]:
    """The telling words of `text`, markdown or code, lower-case, synonyms as one."""
    found: set[str] = set()
    for token in _TOKEN.findall(text):
        if token[0] >= "\u4e00":
            found.update(token[at : at + 2] for at in range(len(token) - 1))
        else:
            found.update(part.lower() for part in _PART.findall(token))
            found.add(token.lower())
    return frozenset(
        _IDEA.get(word, word) for word in found if len(word) > 1 and word not in _EMPTY
    )
