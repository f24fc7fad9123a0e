"""What a block of a note needs: other blocks, and names that nothing in the note defines."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from studyapp.runner import scopes
from studyapp.runner.bindings import BUILTINS, Names
from studyapp.runner.inside.prelude import NAMES as PRELUDE
from studyapp.runner.packages import PACKAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studyapp.runner.request import Block

_PRELUDE = {name: path.replace(":", ".") for name, path in PRELUDE.items()}


def chain(blocks: Sequence[Block], index: int) -> tuple[int, ...]:
    """The blocks that run before `blocks[index]`, in the order in which they run.

    They bind the names that it needs, directly or through others. The nearest earlier block that
    binds a name wins; where there is none, the first later one is taken, if it defines a function
    or class of that name, or only binds literals, and can run. Blocks that are not Python define
    nothing.
    """
    names = [_names(block) for block in blocks]
    givers: dict[int, set[int]] = {}
    waiting = [index]
    while waiting:
        user = waiting.pop()
        if user not in givers:
            givers[user] = {*_givers(blocks, names, user, index)}
            waiting += givers[user]
    del givers[index]
    return tuple(_ordered(givers))


def missing(blocks: Sequence[Block], index: int) -> tuple[str, ...]:
    """The names that `blocks[index]` reads as it runs and that nothing defines.

    Neither a block of the note, nor the prelude, nor Python itself; a known alias is answered
    as its package (`tf` → `tensorflow`). Names read only in a function's body or a branch are
    left out: it may never be run.
    """
    defined = set(PRELUDE) | BUILTINS
    for block in blocks:
        defined |= _names(block).bound.keys()
    read = (name for name in _names(blocks[index]).now if name not in defined)
    return tuple(dict.fromkeys(PACKAGES.get(name, name) for name in read))


def acts(block: Block) -> bool:
    """Whether the block does more than define and import."""
    return _names(block).acts


def _givers(
    blocks: Sequence[Block], names: Sequence[Names], user: int, target: int
) -> Iterator[int]:
    """The blocks that bind what `user` needs.

    An import that the prelude makes anyway brings in nothing. What may never be needed, since
    only a function's body reads it, does not bring in a block that could fail; unless the target
    acts, and so may call that function, or the block defines one: for a target that only defines
    things its failures are forgiven.
    """
    for name in names[user].needed():
        certain = name in names[user].now
        earlier = next((i for i in reversed(range(user)) if name in names[i].bound), None)
        if earlier is not None:
            given = names[earlier].imports.get(name, "") == _PRELUDE.get(name)
            useful = names[earlier].inert or name in names[earlier].defined
            hopeful = names[target].acts and not missing(blocks, earlier)
            if earlier != target and (certain or hopeful or useful) and not given:
                yield earlier
            continue
        later = next((i for i in range(user + 1, len(names)) if name in names[i].bound), target)
        telling = names[later].inert or (certain and name in names[later].defined)
        sound = telling and not missing(blocks, later)
        if later != target and name not in PRELUDE and sound:
            yield later


def _ordered(givers: Mapping[int, set[int]]) -> Iterator[int]:
    """The blocks in the note's order, but each after its givers, as far as that goes."""
    left = dict(sorted(givers.items()))
    while left:
        first = next(iter(left))
        ready = next((block for block in left if not givers[block] & left.keys()), first)
        del left[ready]
        yield ready


def _names(block: Block) -> Names:
    return _read(block.code)


@lru_cache(maxsize=1024)
def _read(code: str) -> Names:
    try:
        return scopes.read(scopes.parse(code))
    except (SyntaxError, ValueError, RecursionError):
        return Names()
