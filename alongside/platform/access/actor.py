"""Who is acting. The entrance builds one a request and passes it down as the user."""

from dataclasses import dataclass, field
from uuid import UUID

from alongside.platform.access.roles import ROLES


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person, or a job of the system's, with everything access asks about them.

    `holders` are all the ids whose ties count: the worker, the teams they manage, the people they cover.
    `is_system` is for imports and jobs: they write for the council, are audited by name and see no page.
    """

    org: UUID
    name: str
    account_id: UUID | None = None
    worker_id: UUID | None = None
    roles: frozenset[str] = frozenset()
    holders: tuple[UUID, ...] = ()
    teams: tuple[UUID, ...] = ()
    is_system: bool = False
    permissions: frozenset[str] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        granted = frozenset(p for role in self.roles for p in ROLES[role].permissions)
        object.__setattr__(self, "permissions", granted)

    def may(self, permission: str) -> bool:
        """Whether a role of theirs carries this permission at all; whether for this child is `decide`'s to say."""
        return self.is_system or permission in self.permissions

    @property
    def role(self) -> str:
        """The role they write in, by the order of the table of roles."""
        return next((key for key in ROLES if key in self.roles), "system" if self.is_system else "")
