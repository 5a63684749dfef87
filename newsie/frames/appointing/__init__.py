"""Who was given a post, and who gave one up (任免): 任命某某为县教育局局长, 免去某某的副县长职务."""
