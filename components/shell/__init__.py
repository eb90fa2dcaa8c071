"""The frame around every page: navigation, style, fonts, first start."""
