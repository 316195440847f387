"""What Alembic runs to migrate: in the transaction of the connection it is given.

SQLite alters a table by rebuilding it, hence batches.
"""

from alembic import context

from iro_desktop.store.naming import named_metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=named_metadata(),
    render_as_batch=True,
    transaction_per_migration=False,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
