"""Which cases to choose: every allowed portfolio on common trials, the answer on fresh ones."""
