"""Everything that imports Streamlit: the shell, and one module per visible piece."""
