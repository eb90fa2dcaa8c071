"""A briefing as a native, editable presentation (Office Open XML, by python-pptx)."""
