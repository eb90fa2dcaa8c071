"""Names that the registry does not have: a trained model, shipped weights, and rules."""
