interface Kind {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly details?: readonly string[];
}

/** What a kind of scorer or oracle is, how it is named on the command line, and what else is to be known. */
export function explainKind(
  option: "--model" | "--oracle",
  { name, summary, usage, details = [] }: Kind,
): string {
  return [
    `${name}: ${summary}`,
    "",
    `  ${option} ${usage}`,
    "",
    ...details.map((line) => `  ${line}`.trimEnd()),
  ].join("\n");
}
