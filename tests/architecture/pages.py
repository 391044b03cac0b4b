"""What a page template may not hold, and what it must stand on."""

import re

from jinja2 import Environment, nodes

# A strict content security policy refuses these, so a page that holds one is broken as well as unsafe.
FORBIDDEN = {
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE),
    "words inside a script element": re.compile(r"<script\b[^>]*>\s*[^<\s]", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
    "text marked as safe": re.compile(r"\|\s*safe\b"),
}
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
SKELETONS = "design/"


def held(template: str) -> list[str]:
    """The forbidden things in a template."""
    text = COMMENT.sub("", template)
    return [what for what, found in FORBIDDEN.items() if found.search(text)]


def extended(template: str) -> str | None:
    """The template this one extends, when it says so by name."""
    for node in Environment().parse(template).find_all(nodes.Extends):
        if isinstance(node.template, nodes.Const):
            return str(node.template.value)
    return None


def is_part(name: str, template: str) -> bool:
    """Whether it is not a page: its name begins with an underscore, or it only defines macros."""
    if name.rpartition("/")[2].startswith("_"):
        return True
    return all(_only_defines(node) for node in Environment().parse(template).body)


def _only_defines(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Output):
        return all(isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes)
    return isinstance(node, nodes.Macro | nodes.Import | nodes.FromImport | nodes.Assign | nodes.AssignBlock)


def stands_on_a_skeleton(name: str, texts: dict[str, str]) -> bool:
    """Whether following `extends` ends in a skeleton of platform/design."""
    seen = set()
    while name in texts and name not in seen and not name.startswith(SKELETONS):
        seen.add(name)
        name = extended(texts[name]) or ""
    return name.startswith(SKELETONS)
