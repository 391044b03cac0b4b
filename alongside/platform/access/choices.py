"""Words of access."""

RESTRICTIONS = {0: "ordinary", 1: "sensitive", 2: "restricted", 3: "sealed"}
ORDINARY, SENSITIVE, RESTRICTED, SEALED = RESTRICTIONS

BASES = {
    "allocated": "Works with this child",
    "team": "The child's team",
    "cover": "Covers for the child's worker",
    "shared": "Shared with them",
}
