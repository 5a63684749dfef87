"""Reading names: the spaCy pipeline (pipeline, segmenter, tagger) and the grammar beside it (gather, posts)."""
