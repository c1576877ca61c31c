"""``python -m comity``: the command line."""

import sys

from comity.cli import main

sys.exit(main())
