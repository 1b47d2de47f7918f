/** What can go wrong with a question to the database. */
export const QUERY_CODES = {
  TARE_QUERY_PARAMETER: {
    exit: 2,
    means: "A query's parameter is unknown, missing or of the wrong type.",
    fix: "See `tare list queries`.",
  },
  TARE_QUERY_SQL: {
    exit: 2,
    means: "SQLite cannot run the SQL of a query.",
    fix: "db/README.md lists tables, views and their columns; `tare explain QUERY` prints SQL that works.",
  },
  TARE_QUERY_NOT_READING: {
    exit: 2,
    means: "A query does something else than read: it was not run.",
    fix: "Ask with one SELECT, WITH, VALUES or EXPLAIN; to write, open a copy of the database with a client of SQLite.",
  },
  TARE_QUERY_TIMEOUT: {
    exit: 2,
    means: "A query did not end within its time limit and was stopped.",
    fix: "Ask for less (WHERE, LIMIT), or give it longer: --timeout SECONDS, 0 for no limit.",
  },
  TARE_QUERY_DIED: {
    exit: 1,
    means: "The process that ran a query died.",
    fix: "Out of memory is the usual cause: ask for fewer or shorter values. The database is only read, and stays as it is.",
  },
} as const;
