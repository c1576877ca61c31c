"""What is wrong in the catalogue's files, each fault with file and line.

Loading stops at the first fault that makes the data unusable; checking lists every fault there is, those too that
only make it untrustworthy: a fact without a source, a member before the founding, two entries that share a name.
"""

from pathlib import Path

from comity.catalogue.check.entries import dates, references, shape, shared_names, sourced, twice
from comity.catalogue.check.records import codes_twice, record_faults
from comity.catalogue.check.rows import parse
from comity.model import Problem


def check_folder(folder: Path) -> list[Problem]:
    """Return every fault in the YAML files of a catalogue folder and of its ``records``, in file order."""
    files, faults = parse([*sorted(folder.glob("*.yaml")), *sorted((folder / "records").glob("*.yaml"))], folder)
    known = files.by_id
    for rule in (shape, dates, sourced):
        for row in [*files.entries, *files.records]:
            faults += rule(row, files)
    faults += twice(files)
    faults += shared_names(files)
    for row in files.entries:
        faults += references(row, known)
    for row in files.records:
        faults += record_faults(row, known)
    faults += codes_twice(files)
    return sorted(faults, key=lambda fault: (fault.source, fault.line or 0, fault.message))
