"""Rules as trees: parsing and three-valued evaluation, pure."""
