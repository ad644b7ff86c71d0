"""Stories: told with a yes, read by a second colleague, published with a yes of its own, gone at once when asked."""
