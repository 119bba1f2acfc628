"""The steps by which a store of an older version becomes one of today's; run by Alembic, packaged with the code."""
