"""Who said what: verbs of saying, speakers, and the exact span of the words."""
