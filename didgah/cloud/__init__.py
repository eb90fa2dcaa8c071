"""The word cloud: joined letters, honest sizes, the same picture for the same words."""
