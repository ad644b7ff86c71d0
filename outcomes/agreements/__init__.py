"""Data-sharing agreements under which an area's figures go out exact: made, shown and ended."""
