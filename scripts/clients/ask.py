"""Asks a tare database with one client of SQLite: ask.py CLIENT DATABASE, a JSON list of SQL on stdin, a JSON list of rows on stdout.

Ends with 77 where the client is not installed, and says what is missing.
"""

import json
import sys


def with_sqlite3(path, questions):
    import sqlite3

    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    return [[list(row) for row in connection.execute(sql)] for sql in questions]


def with_pandas(path, questions):
    import sqlite3

    import pandas

    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    frames = [pandas.read_sql(sql, connection) for sql in questions]
    return [json.loads(frame.to_json(orient="values", double_precision=15)) for frame in frames]


def with_duckdb(path, questions):
    """By its SQLite scanner, which hands the SQL to SQLite; what no column of a table stands behind comes back as text."""
    import duckdb

    connection = duckdb.connect()
    try:
        connection.execute(f"LOAD '{scanner}'" if (scanner := packaged_scanner(duckdb)) else "INSTALL sqlite; LOAD sqlite")
    except duckdb.Error as error:
        sys.stderr.write(f"the SQLite scanner cannot be had: {str(error).splitlines()[0]}\n")
        sys.exit(77)
    connection.execute(f"ATTACH '{path}' AS tare (TYPE sqlite, READ_ONLY)")
    return [[list(row) for row in connection.execute("FROM sqlite_query('tare', ?)", [sql]).fetchall()] for sql in questions]


def packaged_scanner(duckdb):
    """The scanner as the package duckdb-extension-sqlite-scanner brings it, for where extensions cannot be downloaded."""
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("duckdb_extension_sqlite_scanner")
    if spec is None:
        return None
    folder = Path(spec.origin).parent / "extensions" / f"v{duckdb.__version__}"
    return next((str(file) for file in folder.glob("*.duckdb_extension")), None)


def with_datasette(path, questions):
    import asyncio

    from datasette.app import Datasette

    async def ask():
        datasette = Datasette([path], settings={"sql_time_limit_ms": 60_000})
        rows = []
        for sql in questions:
            answer = await datasette.client.get(f"/{path_name(path)}.json", params={"sql": sql, "_shape": "arrays"})
            if answer.status_code != 200:
                raise RuntimeError(answer.text)
            rows.append(answer.json()["rows"])
        return rows

    return asyncio.run(ask())


def path_name(path):
    from pathlib import Path

    return Path(path).stem


CLIENTS = {"sqlite3": with_sqlite3, "pandas": with_pandas, "duckdb": with_duckdb, "datasette": with_datasette}


def main():
    client, path = sys.argv[1:]
    try:
        rows = CLIENTS[client](path, json.load(sys.stdin))
    except ModuleNotFoundError as missing:
        sys.stderr.write(f"{missing.name} is not installed\n")
        sys.exit(77)
    json.dump(rows, sys.stdout)


main()
