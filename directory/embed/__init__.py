"""Our search box on the pages of others: a plain form to copy, and a small page for a frame."""
