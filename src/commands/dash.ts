/** No argument of a command line can hold NUL, so this stands for nothing else. */
const DASH = "\0-";

/** yargs takes a lone `-` (standard input) for an option without a name and drops it: it travels under another name. */
export function hideDash(args: readonly string[]): string[] {
  return args.map((arg) => (arg === "-" ? DASH : arg));
}

/** Gives every `-` its name back, before anything is checked. */
export function showDash(given: Record<string, unknown>): void {
  const shown = (value: unknown): unknown => (value === DASH ? "-" : value);
  for (const [name, value] of Object.entries(given))
    given[name] = Array.isArray(value) ? value.map(shown) : shown(value);
}
