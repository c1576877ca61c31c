"""What takes long to work out, kept as JSON in the user's cache folder under a digest of what it was made from."""

import gc
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

V = TypeVar("V")

_KEPT = 4  # forms of one thing: of the last versions of the data, and of a workspace


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, over what is being built and stays."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def digest(texts: Mapping[str, bytes]) -> str:
    """Return 32 hexadecimal digits that stand for these texts under these names, in this order."""
    found = hashlib.blake2b(digest_size=16)
    for name, text in texts.items():
        found.update(name.encode() + b"\0" + text + b"\0")
    return found.hexdigest()


def kept(what: str, key: str, make: Callable[[], dict[str, V]]) -> dict[str, V]:
    """Return what ``make`` returns, from the cache where it is there; ``key`` changes whenever the outcome does.

    What comes from the cache has JSON's types: tuples are lists there.

    A cache that is broken is made anew; a folder that cannot be written costs time on the next start, nothing else.
    """
    path = _folder() / f"{what}-{key}.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
    except (OSError, ValueError):
        pass
    made = make()
    _keep(path, json.dumps(made, ensure_ascii=False, default=str))
    return made


def _folder() -> Path:
    root = os.environ.get("COMITY_CACHE") or os.environ.get("XDG_CACHE_HOME")
    return (Path(root) if root else Path.home() / ".cache") / "comity"


def _keep(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
        older = path.parent.glob(f"{path.stem.rpartition('-')[0]}-*.json")
        for stale in sorted(older, key=lambda file: file.stat().st_mtime)[:-_KEPT]:
            stale.unlink(missing_ok=True)
    except OSError:
        return
