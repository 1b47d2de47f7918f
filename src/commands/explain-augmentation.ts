import type { Augmentation, Example, ExampleText } from "../contract.js";
import { ownReadings } from "../review/own-readings.js";

const EXPECTS = {
  lower: "the reward must fall",
  higher: "the reward must rise",
  same: "the reward must stay",
  "not-higher": "the reward may not rise",
} as const;

/** A change of the prompt shifts all of its answers: that is no one's gain. */
const MARGIN = "the margin between chosen and rejected answers must stay";

/** Metadata, then every example as before and after. */
export function explainAugmentation(augmentation: Augmentation): string {
  const {
    name,
    summary,
    version,
    expects,
    attribute,
    changes,
    applies,
    languages,
    preserves,
    targets = [],
    doses,
    source,
  } = augmentation;
  const facts = [
    ["attribute", attribute],
    ["expects", `${expects}: ${changes === "prompt" ? MARGIN : EXPECTS[expects]}`],
    ["changes", changes],
    ["applies to", applies],
    ["languages", languages === "any" ? "any" : languages.join(", ")],
    ["preserves", preserves.join(", ") || "nothing in particular"],
    ["targets", targets.join(", ") || "nothing that is measured as drift"],
    ["doses", doses?.map((dose) => `${name}@${dose}`).join(" ") ?? "none"],
    ["version", String(version)],
    ...readBlind(augmentation),
    ["source", source],
  ] as const;
  const lines = facts.map(([label, value]) => `  ${label.padEnd(11)}${value}`);
  const examples = augmentation.examples.map(
    (example, index) => `example ${index + 1}\n${explainExample(example)}`,
  );
  return [`${name}: ${summary}`, ...lines, "", examples.join("\n\n")].join("\n");
}

/** What tare's own readers found, where they read this version. */
function readBlind({ name, version }: Augmentation): [string, string][] {
  const found = ownReadings().find((row) => row.augmentation === name && row.version === version);
  if (found === undefined) return [];
  const { asExpected, read, lower, upper } = found;
  const percent = (share: number) => (100 * share).toFixed(0);
  return [
    ["read blind", `${asExpected} of ${read} pairs as expected, 95 % [${percent(lower)}, ${percent(upper)}]`],
  ];
}

function explainExample(example: Example): string {
  const { prompt, response, dose, donor, becomes, compares, skips } = example;
  const given = [
    ...text("prompt", prompt),
    ...text("donor", donor?.response),
    ...(dose === undefined ? [] : [`  dose     ${dose}`]),
  ];
  if (compares !== undefined)
    return [...given, ...compared("base", compares.base), ...compared("variant", compares.variant)].join(
      "\n",
    );
  return [...given, ...text("before", response), ...text("after", becomes), ...text("skipped", skips)].join(
    "\n",
  );
}

function compared(label: string, { prompt, response }: ExampleText): string[] {
  return [...text(label, prompt === undefined ? undefined : `(prompt) ${prompt}`), ...text("", response)];
}

function text(label: string, content: string | undefined): string[] {
  if (content === undefined) return [];
  return content.split("\n").map((line, index) => `  ${(index === 0 ? label : "").padEnd(9)}${line}`);
}
