"""Where the values of records come from: who stored each, when, how, and under which version of its form."""
