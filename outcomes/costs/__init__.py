"""What the service costs, who lives here by group, and a scenario that is off until somebody switches it on."""
