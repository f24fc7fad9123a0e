"""Words that tell nothing, and words for one idea in Chinese, in English and in code."""

from __future__ import annotations

_EMPTY = """
the of to in is it an and or for with from as by on at are was be how what why when which who
does do did this that than not can you your self cls def return import print class lambda
true false none if else elif while try except len range str int float list dict
torch pytorch python numpy tensor tensors code using use used work works mean means
example demo test main init forward args kwargs result results output value values data
"""
# What code and questions are made of, whatever they are about.

_IDEAS = """
grad: autograd gradient gradients backward backprop 梯度 微分 求导 反向
shape: shapes size sizes dim dims ndim reshape 形状 维度
view: views 视图
contiguous: stride strides 连续 步长
copy: clone deepcopy copies 拷贝 复制 副本
broadcast: broadcasting expand 广播
speed: time timeit perf counter benchmark latency complexity 性能 耗时 速度 延迟 复杂
memory: getsizeof nbytes ram 内存 显存
precision: dtype half float16 bfloat16 fp16 精度
quantize: quant quantized quantization int8 量化
eager: immediate immediately imperative 即时 立即
execution: execute executes executed executing run runs 执行 运行
graph: graphs 图构
attention: attn 注意 意力
scale: scaled scaling scores 缩放 除以
variance: var std 方差
mean: average 均值 平均
loss: losses criterion 损失
activation: relu gelu sigmoid tanh 激活
normalize: norm batchnorm layernorm 归一
parameter: parameters params numel weight weights 参数 权重
device: devices cuda cpu gpu 设备
random: seed manual randn rand 随机
slice: slices slicing 切片
join: concat concatenation concatenate cat 拼接
hash: hashable 哈希
thread: threads threading lock 线程
sort: sorted sorting 排序
cache: cached caches 缓存
parallel: distributed nccl rank 并行 分布
stable: stability overflow clamp eps 稳定 溢出
compile: jit script trace 编译
"""

_JOINTS = """
为什么 是什么 什么是 什么 为何 如何 怎么 怎样 怎么样 哪些 哪个 哪种 有哪些 多少 请解释 解释
请你 请说 说明 请 是否 可以 能否 能够 需要 应该 使用 用于 通过 进行 以及 以下 这个 这些
那个 这种 一个 一种 两种 两个 几种 各有 不同 情况 示例 代码 结果 输出 输入 方法 方式 实现
问题 基本 主要 如果 因为 所以 但是 由于 对于 关于 发生 没有 还是 之间 的 了 是 在 和 与 或
吗 呢 到 被 把 将 从 也 都 这 那 其 及 而 且 就 么 下 很
"""

EMPTY = frozenset(_EMPTY.split())
JOINTS = tuple(sorted(_JOINTS.split(), key=len, reverse=True))
"""Chinese that only joins words, longest first: a pair across it is no word."""
IDEA_OF = {
    word: idea
    for line in _IDEAS.strip().split("\n")
    for idea, _, synonyms in (line.partition(":"),)
    for word in synonyms.split()
}
"""The word that stands for each synonym."""
