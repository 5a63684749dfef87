"""Names that a figure can be about (名称): how they are read, and the fullest form each stands for."""
