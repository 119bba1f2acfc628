"""${message}"""

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Describe what changes."""
    ${upgrades if upgrades else "pass"}
