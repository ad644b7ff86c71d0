"""Open Referral UK: reading the feeds of others, as they really come."""
