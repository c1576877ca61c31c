"""The command line: one module a command; here is only what holds for all of them.

Exit codes: 0 all is well, 1 broken (a fault of use, or nothing could be done), 2 done, but problems were found;
130 interrupted, 141 the reader of a pipe had enough. Commands import what they need when they run, so that
``--help`` answers at once.
"""

import sys
from collections.abc import Sequence
from typing import Final, Protocol, cast

import typer

from comity.cli.app import app
from comity.cli.exits import BROKEN, DONE, INTERRUPTED
from comity.cli.terminal import clean
from comity.model.errors import ComityError

#: Typer shows the class of its usage errors only as the base of one of them.
_USAGE_ERRORS: Final = cast("tuple[type[Exception], ...]", typer.BadParameter.__bases__)


class _Shown(Protocol):
    def show(self) -> None: ...


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; no fault of use or of the machine ends in a traceback."""
    try:
        code = app(arguments, prog_name="comity", standalone_mode=False)
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except _USAGE_ERRORS as error:
        cast("_Shown", error).show()
        return BROKEN
    except ComityError as error:
        return _broken(str(error))
    except OSError as error:
        return _broken(f"{error.filename or 'the system'}: {error.strerror or error}")
    return code if isinstance(code, int) else DONE


def _broken(message: str) -> int:
    print(f"Error: {clean(message)}", file=sys.stderr)
    return BROKEN
