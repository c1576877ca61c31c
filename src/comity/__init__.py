"""Comity reads what states say and sign, and turns it into evidenced statements.

The package is a one-way street: ``read`` makes documents, ``code`` makes statements of them, ``show`` and
``cli`` put them before people. Importing it loads nothing heavy; parser, tables and terminal are imported
where they are used.
"""

__version__ = "0.1.0"
