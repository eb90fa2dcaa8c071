"""How right the reading is: gold labels against what is read, counted and with intervals."""
