"""The SQL form of rules: `translator.to_sql` makes a condition over a table of one."""
