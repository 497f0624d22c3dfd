"""Forms by date: published as immutable versions, compared, and weighed against what is stored."""
