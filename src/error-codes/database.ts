/** What can go wrong with the database as a whole. */
export const DATABASE_CODES = {
  TARE_DB_FOREIGN: {
    exit: 2,
    means: "The file is not a tare database.",
    fix: "Give another --db path; tare never overwrites what is not its own.",
  },
  TARE_DB_NEWER: {
    exit: 2,
    means: "The database was written by a newer tare.",
    fix: "Update tare, or give another --db.",
  },
  TARE_DB_MISSING: {
    exit: 2,
    means: "There is no database at this path.",
    fix: "Run `tare run` first, or give --db FILE.",
  },
  TARE_DB_READONLY: {
    exit: 2,
    means: "The database or its folder cannot be written.",
    fix: "Give --db a path in a folder you may write to.",
  },
  TARE_DB_FULL: {
    exit: 2,
    means: "The disk is full.",
    fix: "Free some space and run the same command again: what was written is kept.",
  },
  TARE_DB_BUSY: {
    exit: 2,
    means: "Another process is writing to the database.",
    fix: "Wait for it, or give another --db.",
  },
  TARE_DB_DAMAGED: {
    exit: 2,
    means: "The database file is damaged.",
    fix: "Restore it from a copy, or give another --db.",
  },
  TARE_DB_CONTENT: {
    exit: 2,
    means: "A database holds rows that contradict themselves or each other.",
    fix: "See what `tare db check` says of each, and restore the file from a copy or weigh into a new one.",
  },
} as const;
