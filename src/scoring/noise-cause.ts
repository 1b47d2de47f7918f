type Table = readonly (readonly number[])[];

/** Shares of the scores' SD: above the first a cause is named; a wrong pad id moves scores by more than the second. */
const NEGLIGIBLE = 1e-3;
const PLAIN = 0.05;

const NOT_REPEATED = "the session does not repeat its own scores";

/** In words, what moves the scores by more than a thousandth of their SD (statistics.md §6); empty when nothing does. */
export function nameCause(
  alone: Table,
  moved: {
    readonly repeat: readonly number[];
    readonly batched: readonly number[];
    readonly padded: readonly number[];
  },
): string {
  const beyond = (differences: readonly number[], share = NEGLIGIBLE): boolean =>
    differences.some((value, head) => value > share * deviation(alone.map((row) => row[head]!)));
  if (beyond(moved.repeat)) return NOT_REPEATED;
  if (beyond(moved.padded, PLAIN))
    return "right padding moves scores (is the pad id the one of the export? pad = eos?)";
  if (beyond(moved.padded))
    return "a score moves with the length of the input (kernels that round otherwise there, as those of 4-bit weights do on some processors, or activations scaled over the whole input)";
  return beyond(moved.batched)
    ? "a score depends on the other texts of its batch (activations scaled over the batch?)"
    : "";
}

/** Whether scoring one text at a time takes the cause away: so it does with all but a session that never repeats itself. */
export function curedAlone(cause: string): boolean {
  return cause !== "" && cause !== NOT_REPEATED;
}

/** Standard deviation (n - 1); 0 of a single value. */
export function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1),
  );
}
