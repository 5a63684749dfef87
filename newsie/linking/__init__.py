"""Linking: the same person, body, project and figure across articles, pages and years (关联)."""

from newsie.linking.linkage import Linkage, link

__all__ = ["Linkage", "link"]
