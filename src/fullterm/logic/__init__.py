"""What a rule is: expressions over facts, and the ways of reading them. Standard library only."""
