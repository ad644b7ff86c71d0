"""Where people may be more at risk of having too little company: an index of places, argued in the open, of nobody."""
