"""Community champions: people of a place who pass on what is near, each with an area and what they may do."""
