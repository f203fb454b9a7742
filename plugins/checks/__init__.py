"""How a finding is said: the table of all rules, and the forms it is printed in."""
