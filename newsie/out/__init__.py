"""What was extracted to what others read."""
