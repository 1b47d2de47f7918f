/** What can go wrong with data. */
export const DATA_CODES = {
  TARE_DATA_MISSING: {
    exit: 2,
    means: "A data file cannot be opened.",
    fix: "Check the path and its permissions.",
  },
  TARE_DATA_EMPTY: {
    exit: 2,
    means: "A data file holds no record.",
    fix: "Give a file with at least one record.",
  },
  TARE_DATA_NOT_JSON: {
    exit: 2,
    means: "A line or file is not JSON.",
    fix: "Mend that line; JSONL wants one JSON object a line.",
  },
  TARE_DATA_CSV: {
    exit: 2,
    means: "A CSV file has a row of another width, or a quote that is not closed.",
    fix: "Mend that row; quote cells that hold commas, quotes or line breaks, and double the quotes in them.",
  },
  TARE_DATA_PARQUET: {
    exit: 2,
    means: "A Parquet file is damaged, cut short, or compressed in a way that cannot be read.",
    fix: "Fetch or write the file again.",
  },
  TARE_DATA_UNKNOWN_FORMAT: {
    exit: 2,
    means: "No format recognises the record.",
    fix: "Name one with --format; `tare list formats` shows the columns each wants.",
  },
  TARE_DATA_AMBIGUOUS: {
    exit: 2,
    means: "Several formats recognise the record.",
    fix: "Name the right one with --format; `tare list formats` shows the columns each wants.",
  },
  TARE_DATA_FIELD: {
    exit: 2,
    means: "A record lacks a field, or the field holds the wrong type.",
    fix: "Mend that record, or name another format with --format.",
  },
  TARE_DATA_TURNS: {
    exit: 2,
    means:
      "The turns of a conversation do not match: chosen and rejected do not part at one answer, or turns are out of order.",
    fix: "Mend or drop that record: both must share all turns but the last, which is the assistant's.",
  },
  TARE_DATA_EMPTY_RESPONSE: {
    exit: 2,
    means: "A response is empty.",
    fix: "Drop or mend that record: an empty answer cannot be weighed.",
  },
  TARE_DATA_SAME_RESPONSES: {
    exit: 2,
    means: "Chosen and rejected are the same text.",
    fix: "Drop or mend that record: it states no preference.",
  },
  TARE_DATA_GZIP: { exit: 2, means: "A .gz file is damaged.", fix: "Fetch or compress the file again." },
} as const;
