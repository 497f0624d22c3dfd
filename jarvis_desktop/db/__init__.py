"""PostgreSQL: engine, sessions, the embedded server, tables, migrations, LISTEN, keyset paging."""
