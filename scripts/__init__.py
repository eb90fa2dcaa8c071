"""What engineers run beside the dashboard."""
