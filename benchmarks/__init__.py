"""How well and how fast the reader reads: scores over texts held out, with their floors, and speed."""
