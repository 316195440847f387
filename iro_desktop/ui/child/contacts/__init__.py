"""What the IRO did between meetings, on the child's page: written in seconds, read newest first."""
