"""Everything about writing: characters, digits, calendars, words, and the interface's own messages."""
