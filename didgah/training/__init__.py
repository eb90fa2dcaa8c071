"""Making the models that Didgah ships; nothing here is needed to read an article."""
