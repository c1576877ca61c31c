"""A run codes documents one by one; what is wrong with a file or a document is kept and the rest goes on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from comity.cli.formats import Coded
from comity.cli.given import Given
from comity.cli.progress import Tell
from comity.model import Document, Problem

if TYPE_CHECKING:
    from comity.code.coder import Coder, CoderName


@dataclass
class Run:
    """One call of ``comity code``: what was given, what was found; the coder is made for the first document."""

    given: Given
    name: "CoderName"
    jobs: int = 1
    least: float = 0.0
    problems: list[Problem] = field(default_factory=list)
    documents: int = 0
    statements: int = 0
    without_issuer: int = 0

    @cached_property
    def coder(self) -> "Coder":
        """Return the coder; making it loads the parser."""
        from comity.code.coders import make_coder

        return make_coder(self.name)

    def coded(self, files: Sequence[Path], tell: Tell) -> Iterator[Coded]:
        """Yield documents with their statements, in the order of the files; keep the problems."""
        from comity.code.coders import code_all

        items = self._read(files, tell)
        for item in code_all(items, lambda: self.coder, name=self.name, jobs=self.jobs):
            if isinstance(item, Problem):
                self.problems.append(item)
                continue
            document, statements = item
            statements = [one for one in statements if one.confidence >= self.least]
            self.documents += 1
            self.without_issuer += not document.issuers
            self.statements += len(statements)
            yield document, statements

    def _read(self, files: Sequence[Path], tell: Tell) -> Iterator[Document | Problem]:
        from comity.read import read

        for done, path in enumerate(files):
            tell(done, path.name)
            try:
                for item in read(path):
                    if isinstance(item, Problem):
                        yield item
                    else:
                        tell(done, f"{item.id} ({self.statements} statements so far)")
                        yield self.given.applied(item)
            except OSError as error:
                yield Problem(str(path), "unreadable", error.strerror or str(error))
