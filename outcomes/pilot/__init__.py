"""The pilot report: what asking at the doorstep taught, question by question, out of released figures."""
