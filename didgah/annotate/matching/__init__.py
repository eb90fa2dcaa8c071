"""Known phrases in a text, their inflected forms, and the company an ambiguous word keeps."""
