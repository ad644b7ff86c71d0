"""The register of who was trained: Making Every Contact Count, and what else a scheme teaches those who refer."""
