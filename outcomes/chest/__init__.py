"""The community chest: small pots of money that groups ask for, several decide on, and all can see the good of."""
