"""Migrations, and every function of the database by its name: the only home of psycopg."""
