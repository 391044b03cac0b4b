"""Reading one definition file: every scalar stays text, every key keeps its line, every fault is a sentence.

YAML's own guessing would turn `yes`, `on` and `1.10` into something else without a word (definitions.md §1).
"""

from pathlib import Path

import yaml

from alongside.platform.common.errors import PlainError

Keys = tuple[str | int, ...]


class DefinitionError(PlainError):
    """What is wrong in a definition: file, line, key, and what to write instead."""

    def __init__(self, file: Path, line: int, key: str, says: str) -> None:
        self.file, self.line, self.key, self.says = file, line, key, says
        super().__init__(f"{shown(file)}, line {line}, {key}: {says}" if key else f"{shown(file)}, line {line}: {says}")


def shown(file: Path) -> str:
    """The file from the area on: "practice/safeguarding/definitions/rule/core_group.yaml"."""
    parts = file.parts
    return "/".join(parts[parts.index("alongside") + 1 :]) if "alongside" in parts else file.name


class DefinitionFile:
    """The content of one file, with the line of each key."""

    def __init__(self, file: Path, text: str | None = None) -> None:
        self.file = file
        self._lines: dict[Keys, int] = {}
        try:
            node = yaml.compose(file.read_text(encoding="utf-8") if text is None else text, Loader=yaml.BaseLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            says = f"This cannot be read: {error.problem}. Quote text that has : or #."
            raise DefinitionError(file, line, "", says) from None
        except UnicodeDecodeError:
            raise DefinitionError(file, 1, "", "This is not UTF-8 text. Save it as UTF-8.") from None
        content = self._read(node, ()) if node is not None else None
        if not isinstance(content, dict):
            raise DefinitionError(file, 1, "", "A definition is a list of keys with values. Start with kind and key.")
        self.content: dict[str, object] = content

    def _read(self, node: yaml.Node, path: Keys) -> object:
        self._lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._read_keys(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._read(each, (*path, index)) for index, each in enumerate(node.value)]
        return str(node.value)

    def _read_keys(self, node: yaml.MappingNode, path: Keys) -> dict[str, object]:
        found: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            here = (*path, key)
            self._lines[here] = key_node.start_mark.line + 1
            if key in found:
                raise self.fault(here, "This key stands here twice. Keep one.")
            found[key] = self._read(value_node, here)
        return found

    def fault(self, path: Keys, says: str) -> DefinitionError:
        """A fault at a key; the line is that of the nearest key above that is there."""
        at = path
        while at and at not in self._lines:
            at = at[:-1]
        return DefinitionError(self.file, self._lines.get(at, 1), ".".join(map(str, path)), says)
