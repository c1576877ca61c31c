"""The coders by name, and documents through one of them: in this process or in several, in the order they came."""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from comity.code.coder import Coder, CoderName
from comity.code.syntax.reading import is_foreign, overlong
from comity.model import Document, Problem, Statement
from comity.model.errors import ComityError

_AHEAD = 4  # documents that wait for each process

Coded = tuple[Document, list[Statement]]
_Result = tuple[list[Statement] | None, list[Problem]]


def make_coder(name: CoderName = CoderName.LEARNED) -> Coder:
    """Make a coder.

    Loading makes many objects that stay for good; the garbage collector is kept from walking them meanwhile.
    """
    from comity.catalogue.cache import uncollected

    with uncollected():
        coder: Coder
        if name is CoderName.RULES:
            from comity.code.rules import RuleCoder

            coder = RuleCoder()
        else:
            from comity.code.learned import LearnedCoder

            coder = LearnedCoder()
    gc.freeze()
    return coder


def code_all(
    items: Iterable[Document | Problem], coder: Callable[[], Coder], *, name: CoderName, jobs: int = 1
) -> Iterator[Coded | Problem]:
    """Yield documents with their statements, and problems, in the order of ``items``.

    With one job ``coder`` is called once, for the first document; with more each process makes its own by ``name``.
    What comes out does not depend on the number of jobs.
    """
    return _alone(items, coder) if jobs == 1 else _together(items, name, jobs)


def _alone(items: Iterable[Document | Problem], coder: Callable[[], Coder]) -> Iterator[Coded | Problem]:
    for item in items:
        if isinstance(item, Problem):
            yield item
        else:
            yield from _unpacked(item, _code(item, coder()))


def _together(items: Iterable[Document | Problem], name: CoderName, jobs: int) -> Iterator[Coded | Problem]:
    waiting: deque[Problem | tuple[Document, Future[_Result]]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start, (name,)) as pool:
        for item in items:
            waiting.append(item if isinstance(item, Problem) else (item, pool.submit(_code_here, item)))
            while len(waiting) > _AHEAD * jobs:
                yield from _first(waiting)
        while waiting:
            yield from _first(waiting)


def _first(waiting: "deque[Problem | tuple[Document, Future[_Result]]]") -> Iterator[Coded | Problem]:
    item = waiting.popleft()
    if isinstance(item, Problem):
        yield item
    else:
        yield from _unpacked(item[0], item[1].result())


def _unpacked(document: Document, result: _Result) -> Iterator[Coded | Problem]:
    statements, problems = result
    yield from problems
    if statements is not None:
        yield document, statements


def _code(document: Document, coder: Coder) -> _Result:
    source = document.source or document.id
    problems = [Problem(source, "long-sentence", message) for message in overlong(document)]
    if is_foreign(document):
        problems.append(Problem(source, "not-english", "it does not seem to be English: little in it can be coded"))
    try:
        return list(coder.code(document)), problems
    except ComityError as error:
        return None, [*problems, Problem(source, "not-coded", str(error))]


_of_this_process: list[Coder] = []


def _start(name: CoderName) -> None:
    _of_this_process.append(make_coder(name))


def _code_here(document: Document) -> _Result:
    return _code(document, _of_this_process[0])
