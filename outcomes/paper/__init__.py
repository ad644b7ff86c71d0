"""The paper that goes to a board: figures of one period as they were released, as a page and as a PDF."""
