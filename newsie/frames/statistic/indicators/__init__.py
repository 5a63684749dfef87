"""What a figure measures (指标): the words before and behind it, and what they leave out."""
