"""Sub-commands of `didgah`: one module each, with `register` and `run`."""
