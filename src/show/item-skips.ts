import { textWidth } from "../reports/layout/text-width.js";
import { counted, oneLine } from "../reports/layout/words.js";
import { padEnd, shortenLabel, wrap } from "../reports/layout/wrap.js";
import type { ItemSkip, StoredItem } from "../store/browse/read-item.js";
import { operatorLabel } from "./operator-label.js";
import type { Sheet } from "./sheet.js";

/** Which operators gave no pair of which answer, and why; doses, answers and runs that say the same share a line. */
export function itemSkipLines({ skips }: StoredItem, { width, paint }: Sheet): string[] {
  if (skips.length === 0) return [];
  const runs = new Set(skips.map(({ run }) => run)).size;
  const lines = grouped(skips);
  const labels = lines.map(({ label }) => shortenLabel(label, Math.floor(width / 2)));
  const widest = Math.max(...labels.map((label) => textWidth(label)));
  const written = lines.flatMap((line, index) => {
    const lead = `  ${padEnd(labels[index]!, widest)}  `;
    const some = line.runs < runs ? `, in ${line.runs} of ${counted(runs, "run")}` : "";
    return wrap(`${lead}${line.reason} (${line.answers}${some})`, width, textWidth(lead));
  });
  return ["", paint.strong("NOT APPLIED"), ...written.map(paint.quiet)];
}

interface SkipLine {
  readonly label: string;
  readonly reason: string;
  readonly answers: string;
  readonly runs: number;
}

function grouped(skips: readonly ItemSkip[]): SkipLine[] {
  const why = ({ stage, reason, detail }: ItemSkip) =>
    oneLine(`${stage === "error" ? "error: " : ""}${reason}${detail === "" ? "" : `: ${detail}`}`);
  const groups = new Map<string, ItemSkip[]>();
  for (const skip of skips) {
    const key = JSON.stringify([operatorLabel(skip), why(skip)]);
    groups.set(key, [...(groups.get(key) ?? []), skip]);
  }
  return [...groups.values()].map((group) => {
    const answers = [...new Set(group.map(({ position }) => position + 1))].sort((a, b) => a - b);
    return {
      label: operatorLabel(group[0]!),
      reason: why(group[0]!),
      answers: `answer${answers.length === 1 ? "" : "s"} ${answers.join(", ")}`,
      runs: new Set(group.map(({ run }) => run)).size,
    };
  });
}
