"""Progress is told on standard error, on a terminal only, and never where a table is being drawn."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from comity.cli.terminal import clean

Tell = Callable[[int, str], None]


@contextmanager
def watching(files: int, *, shown: bool) -> Iterator[Tell]:
    """Yield a function to tell how many files are done and what is being coded."""
    if not shown:
        yield lambda done, words: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    words_column = TextColumn("{task.description}", markup=False)
    columns = (BarColumn(bar_width=24), MofNCompleteColumn(), TimeElapsedColumn(), words_column)
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=files)
        yield lambda done, words: progress.update(task, completed=done, description=clean(words))
