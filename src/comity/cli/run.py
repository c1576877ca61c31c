"""A run codes documents one by one; what is wrong with a file or a document is kept and the rest goes on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from comity.cli.formats import Coded
from comity.cli.given import Given
from comity.cli.progress import Tell
from comity.model import Document, Problem
from comity.model.errors import ComityError

if TYPE_CHECKING:
    from comity.code.coder import Coder


@dataclass
class Run:
    """One call of ``comity code``: what was given, what was found; the coder is made for the first document."""

    given: Given
    make_coder: "Callable[[], Coder]"
    problems: list[Problem] = field(default_factory=list)
    documents: int = 0
    statements: int = 0
    without_issuer: int = 0

    @cached_property
    def coder(self) -> "Coder":
        """Return the coder; making it loads the parser."""
        return self.make_coder()

    def coded(self, files: Sequence[Path], tell: Tell) -> Iterator[Coded]:
        """Yield documents with their statements, in the order of the files; keep the problems."""
        for done, path in enumerate(files):
            tell(done, path.name)
            for document in self._read(path):
                tell(done, f"{document.id} ({self.statements} statements so far)")
                yield from self._coded(self.given.applied(document))

    def _read(self, path: Path) -> Iterator[Document]:
        from comity.read import read

        try:
            for item in read(path):
                if isinstance(item, Problem):
                    self.problems.append(item)
                else:
                    yield item
        except OSError as error:
            self.problems.append(Problem(str(path), "unreadable", error.strerror or str(error)))

    def _coded(self, document: Document) -> Iterator[Coded]:
        coder = self.coder
        try:
            statements = list(coder.code(document))
        except ComityError as error:
            self.problems.append(Problem(document.source or document.id, "not-coded", str(error)))
            return
        self.documents += 1
        self.without_issuer += not document.issuers
        self.statements += len(statements)
        yield document, statements
