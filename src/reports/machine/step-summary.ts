/** What GitHub Actions takes as the summary of one step, in bytes of UTF-8; a longer one is refused whole. */
export const STEP_SUMMARY_BYTES = 1024 * 1024;
