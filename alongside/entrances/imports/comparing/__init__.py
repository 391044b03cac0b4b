"""What a file says, block by block, and how that differs from what the last one said. Knows no database."""

from .content import Content, content_of_child, digest_of, one_line
from .three_way import Change, Difference, differences, settle

__all__ = ["Change", "Content", "Difference", "content_of_child", "differences", "digest_of", "one_line", "settle"]
