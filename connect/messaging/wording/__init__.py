"""The tenant's own words for what is sent: proposed by one person, approved by another, kept in versions."""
