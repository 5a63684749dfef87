"""How speech is read: quotations, attributions, speakers, and how far a speech runs."""
