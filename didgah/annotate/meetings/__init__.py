"""Who met whom: encounters, gatherings, when and where, and joining to the chronology."""
