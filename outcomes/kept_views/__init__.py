"""Views of the reports that somebody keeps: a page, how long a period, a place. And an e-mail when it has news."""
