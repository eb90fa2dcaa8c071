"""What is read out of one article, each part a pure function of its text."""
