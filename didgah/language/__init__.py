"""Everything about writing: characters, digits, calendars, words, the interface's messages."""
