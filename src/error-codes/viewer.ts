/** What can go wrong between `tare view` and a browser. */
export const VIEWER_CODES = {
  TARE_VIEW_PORT: {
    exit: 2,
    means: "The viewer cannot listen on the port asked for.",
    fix: "Leave --port out to have a free one chosen, or name another.",
  },
  TARE_VIEW_TOKEN: {
    exit: 2,
    means: "A request to the viewer does not hold its token.",
    fix: "Open the address that `tare view` printed, with its token; it is another one each time.",
  },
  TARE_VIEW_ORIGIN: {
    exit: 2,
    means: "A request to the viewer names another host, or comes from a page of another origin.",
    fix: "Open the address that `tare view` printed, in a tab of its own.",
  },
  TARE_VIEW_METHOD: {
    exit: 2,
    means: "The viewer was asked to do something else than to show: it only reads.",
    fix: "Ask with GET or HEAD.",
  },
  TARE_VIEW_PAGE: {
    exit: 2,
    means: "The viewer has no such page, or the database does not hold what it would show.",
    fix: "Start from the list of runs.",
  },
  TARE_VIEW_PARAMETER: {
    exit: 2,
    means: "A parameter of a page is unknown, given twice, or has a value that cannot be.",
    fix: "Take the filters and links of the page instead of a changed address.",
  },
} as const;
