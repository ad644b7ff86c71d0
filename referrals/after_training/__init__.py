"""What followed a training: how much each worker used it, for themselves and whoever leads them."""
