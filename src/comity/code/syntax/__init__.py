"""What syntax tells: parse units, the parser, chains from an object to its predicate, subjects, force, partners."""
