const LEVELS = "▁▂▃▄▅▆▇█";

/** One block a value, by its height between `low` and `high`; a blank for a value that is missing. */
export function sparkline(values: readonly (number | null)[], low: number, high: number): string {
  return values.map((value) => levelOf(value, low, high)).join("");
}

function levelOf(value: number | null, low: number, high: number): string {
  if (value === null || !Number.isFinite(value)) return " ";
  const share = high > low ? (value - low) / (high - low) : 0;
  return LEVELS[Math.min(LEVELS.length - 1, Math.max(0, Math.floor(share * LEVELS.length)))]!;
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of `width` columns, of which the share (0 to 1, in eighths of a column) is full. */
export function shareBar(share: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * EIGHTHS.length);
  const full = Math.floor(eighths / EIGHTHS.length);
  const bar = "█".repeat(full) + EIGHTHS[eighths % EIGHTHS.length];
  return bar + "░".repeat(width - full - (eighths % EIGHTHS.length > 0 ? 1 : 0));
}
