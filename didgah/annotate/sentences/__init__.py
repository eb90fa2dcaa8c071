"""What a sentence is made of for the readers of meetings and statements: actors, ranks, places."""
