"""What somebody hopes for, in their own words: tied to the aims, and rated as time goes by."""
