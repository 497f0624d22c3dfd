"""Reading any table: columns, filters, keyset pages, figures."""
