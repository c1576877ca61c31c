"""Exit codes, the same for every command."""

from typing import Final

DONE: Final = 0
BROKEN: Final = 1
PROBLEMS: Final = 2
INTERRUPTED: Final = 130
HAD_ENOUGH: Final = 141
