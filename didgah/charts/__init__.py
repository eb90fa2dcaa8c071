"""Small frame in, `go.Figure` out; no data access."""
