"""Rules that decide by data: one meaning for JsonLogic, CEL and the `simple` form.

`compile` makes a rule ready, its `evaluate` asks it about a record, its `reads` are the fields it needs, `explain` says
it in words and shows each step; `db.rule_sql.translator.to_sql` makes a condition over a table of it.
"""
