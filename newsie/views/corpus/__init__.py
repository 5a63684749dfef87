"""An archive at a glance: what its tables say about people, projects, figures and meetings, drawn and listed."""
