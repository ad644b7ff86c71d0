"""The ground floor: who is here, who may, where, and how we write to them."""
