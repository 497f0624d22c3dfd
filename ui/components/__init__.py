"""What tabs are composed from: the component contract, the layout builder, and the components of no single room."""
