"""What leaves the dashboard: tables, pictures, documents."""
