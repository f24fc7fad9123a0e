"""Hand-written notes whose every card also stands here as a person would reword it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Original:
    """A card, its question put otherwise, its answer edited, and a neighbour to be told apart."""

    question: str
    reworded: str
    answer: str
    edited: str
    sibling: str


HEAPS = (
    Original(
        "What does a binary heap keep at its root?",
        "Which element sits at the root of a binary heap?",
        "The smallest key of all, so that it can be read in constant time without any search.",
        "The smallest key of all; reading it takes constant time and needs no search.",
        "What does a binary heap keep at its leaves?",
    ),
    Original(
        "What is the time complexity of push?",
        "How long does a push take in the worst case?",
        "Logarithmic: the new key climbs from the last leaf along one path to the root.",
        "O(log n): the new key climbs from the last leaf along one path towards the root.",
        "What is the time complexity of heapify?",
    ),
    Original(
        "Why is a heap stored in an array?",
        "What makes an array a good home for a heap?",
        "The children of slot i lie at 2i+1 and 2i+2, so no pointers are needed and caches help.",
        "Children of slot i lie at 2i+1 and 2i+2: there are no pointers to follow, caches help.",
        "Why is a tree stored in an array?",
    ),
    Original(
        "How are the k largest of a stream found?",
        "Find the k largest items of a stream: which structure, and how?",
        "Keep a min-heap of k keys; whatever beats its root replaces it, at log k a step.",
        "Keep a min-heap of size k. A key that beats the root replaces it, at log k a step.",
        "How are the k smallest of a stream found?",
    ),
)
LOCKS = (
    Original(
        "What is a deadlock?",
        "Explain what we mean by a deadlock.",
        "Threads wait in a circle, each holding a lock that the next one wants, and none moves.",
        "A circle of threads, each holding a lock that the next one wants; none can move on.",
        "What is a livelock?",
    ),
    Original(
        "How does a condition variable differ from a semaphore?",
        "Condition variable or semaphore: where lies the difference?",
        "It remembers nothing: a signal that nobody waits for is lost, a semaphore's is counted.",
        "It has no memory: a signal without a waiter is lost, whereas a semaphore counts it.",
        "How does a condition variable differ from a mutex?",
    ),
    Original(
        "Why must a wait stand in a loop?",
        "For what reason do we put the wait inside a while loop?",
        "Wake-ups may be spurious, and another thread may have taken what was signalled.",
        "A wake-up may be spurious; also, another thread may already have taken the thing.",
        "Why must a wait hold the mutex?",
    ),
)
ATTENTION = (
    Original(
        "为什么点积要除以根号d？",
        "点积注意力里，缩放因子根号d起什么作用？",
        "维度越大点积的方差越大，softmax 会饱和，梯度几乎为零；除以根号d让方差回到一。",
        "点积的方差随维度增大，softmax 一饱和梯度就几乎为零；除以根号d，方差便回到一附近。",
        "为什么点积要加上掩码？",
    ),
    Original(
        "多头注意力的好处是什么？",
        "用多个头而不用一个头，能得到什么？",
        "每个头在自己的子空间里关注不同的关系，拼接后再线性变换，参数量与单头相同。",
        "各个头在各自的子空间关注不同关系，拼接再做线性变换，总参数量和单头一样。",
        "多头注意力的代价是什么？",
    ),
    Original(
        "KV缓存为什么能加速推理？",
        "推理时缓存K和V，快在哪里？",
        "已经生成的词的键和值不再变化，存下来以后每一步只算新词的一行，避免重复计算。",
        "生成过的词，其键和值不会再变；存起来后每步只需算新词那一行，省去重复计算。",
        "KV缓存为什么不能加速训练？",
    ),
    Original(
        "Eager模式如何实现自动求导？",
        "自动求导在Eager模式下是怎样实现的？",
        "前向时每个算子把自己记进一张动态图，反向时按拓扑序逆着走，逐个调用求导函数。",
        "前向执行时算子逐个记入动态图；反向沿拓扑逆序走一遍，依次调用各自的求导函数。",
        "Graph模式如何实现自动求导？",
    ),
)
CACHES = (
    Original(
        "什么是伪共享？",
        "解释一下伪共享（false sharing）",
        "两个核写同一缓存行里的不同变量，行在两核之间来回失效，性能骤降；用对齐填充隔开。",
        "不同变量落在同一缓存行，两个核各写各的，行却来回失效；解决办法是对齐和填充。",
        "什么是真共享？",
    ),
    Original(
        "写直达和写回有什么区别？",
        "对比写回与写直达",
        "写直达每次都写内存，简单但占带宽；写回只写缓存并置脏位，换出时才写内存。",
        "写直达次次写内存，实现简单、带宽开销大；写回先置脏位，等换出时再写到内存。",
        "写分配和写回有什么区别？",
    ),
    Original(
        "TLB缺失时会发生什么？",
        "发生TLB miss之后，硬件和系统做了哪些事？",
        "硬件或内核遍历页表找到物理页号，填入TLB后重试访存；页不在内存则触发缺页异常。",
        "由硬件或内核走一遍页表取得物理页号，填进TLB再重试；若页不在内存，触发缺页异常。",
        "缓存缺失时会发生什么？",
    ),
)

ORIGINALS = {
    "structures/heaps.md": ("Heaps", HEAPS),
    "threads/locks.md": ("Locks and waiting", LOCKS),
    "transformer/attention.md": ("注意力机制", ATTENTION),
    "systems/caches.md": ("缓存一致性", CACHES),
}
"""By path: the note's title and its cards."""

UNRELATED = (
    ("Which port does DNS use?", "Port 53, over UDP for short answers and TCP for long ones."),
    ("What does idempotent mean?", "Doing it twice leaves the same state as doing it once."),
    ("什么是背压？", "下游处理不过来时通知上游放慢，常用有界队列或令牌实现。"),
    ("B+树的叶子为什么相连？", "范围查询找到起点后顺着叶子链表扫描即可，不必回到上层。"),
)


def written(title: str, cards: tuple[Original, ...]) -> str:
    """A note of a title and its cards."""
    asked = (f"**Q: {card.question}**\nA: {card.answer}\n" for card in cards)
    return f"# {title}\n\n" + "\n".join(asked)
