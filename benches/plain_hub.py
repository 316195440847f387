"""The simplest service that could be written, to measure the hub beside.

FastAPI as its tutorial has it: a body of JSON, one INSERT of all its rows, one SELECT. It knows no
person, no access, no order and no audit.
"""

import json
from typing import Any

import psycopg
import uvicorn
from fastapi import FastAPI, Response

TABLE = """
CREATE TABLE IF NOT EXISTS public.plain (
    seq bigint GENERATED ALWAYS AS IDENTITY, child uuid NOT NULL, id uuid PRIMARY KEY,
    body jsonb NOT NULL);
CREATE INDEX IF NOT EXISTS plain_by_child ON public.plain (child, seq);
"""


def serve_plainly(dsn: str, port: int) -> None:
    """Serve until the process is ended."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(TABLE)
    app = FastAPI()
    pool = _Connections(dsn)

    @app.get("/alive")
    def alive() -> bool:
        return True

    @app.post("/push")
    def push(rows: list[dict[str, Any]]) -> int:
        with pool.connect() as connection:
            connection.cursor().executemany(
                "INSERT INTO public.plain (child, id, body) VALUES (%s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                [(row["child"], row["id"], json.dumps(row)) for row in rows],
            )
        return len(rows)

    @app.get("/pull/{child}")
    def pull(child: str, after: int = 0, most: int = 500) -> Response:
        with pool.connect() as connection:
            found = connection.execute(
                "SELECT seq, body FROM public.plain WHERE child = %s AND seq > %s"
                " ORDER BY seq LIMIT %s",
                (child, after, most),
            ).fetchall()
        return Response(json.dumps(found), media_type="application/json")

    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error")


class _Connections:
    """A connection for each request, from a pool."""

    def __init__(self, dsn: str) -> None:
        from psycopg_pool import ConnectionPool  # noqa: PLC0415 - only where it serves

        self._pool = ConnectionPool(dsn, min_size=2, max_size=8, open=True)

    def connect(self) -> Any:  # noqa: ANN401 - psycopg_pool's context manager
        """A connection whose transaction is committed at the end."""
        return self._pool.connection()
