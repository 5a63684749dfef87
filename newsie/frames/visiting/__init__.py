"""How visits are read: who goes, to what places, and what for."""
