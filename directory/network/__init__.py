"""The network of local groups: who looks after them, whom they reach, what their people say is missing."""
