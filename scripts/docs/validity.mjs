import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { preferred } from "../../dist/src/contract.js";
import { loadAugmentations } from "../../dist/src/registry.js";
import { shownFirst } from "../../dist/src/review/blind.js";
import { withInterval } from "../../dist/src/review/summary.js";
import { code, table } from "./markdown.mjs";

/** Every reading of the rounds kept in bench/validity, with whether the label held. */
export function readings(root) {
  const folder = join(root, "bench", "validity");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), "utf8").trimEnd().split("\n"))
    .map((line) => JSON.parse(line))
    .map((row) => {
      const prefers = preferred(row.judgement, shownFirst(row.pair, row.seed));
      return { ...row, prefers, held: HOLDS[row.expects](prefers) };
    });
}

const HOLDS = {
  lower: (prefers) => prefers === "base",
  higher: (prefers) => prefers === "variant",
  same: (prefers) => prefers === "tie",
  "not-higher": (prefers) => prefers === "tie" || prefers === "base",
};

/** One row an operator as it stands: pairs read at its version, and of how many the label held. Drafts are left out. */
export async function validityRows(root) {
  const all = readings(root).filter((row) => row.draft !== true);
  return (await loadAugmentations()).flatMap(({ name, version, expects }) => {
    const own = all.filter((row) => row.augmentation === name && row.version === version);
    if (own.length === 0) return [];
    const asExpected = own.filter(({ held }) => held).length;
    return [{ augmentation: name, version, expects, read: own.length, asExpected }];
  });
}

export async function validityTable(root) {
  const rows = (await validityRows(root)).map((row) => withInterval(row, "tare"));
  const names = new Set(rows.map(({ augmentation }) => augmentation));
  const unread = (await loadAugmentations()).map(({ name }) => name).filter((name) => !names.has(name));
  const wrong = readings(root).filter(({ held, draft }) => !held && draft !== true);
  const read = rows.reduce((sum, row) => sum + row.read, 0);
  const held = rows.reduce((sum, row) => sum + row.asExpected, 0);
  const pooled = withInterval({ augmentation: "all", version: 1, read, asExpected: held }, "tare");
  const share = ({ lower, upper }) => `${percent(lower)} to ${percent(upper)}`;
  const head = `${read.toLocaleString("en")} pairs of ${rows.length} operators, ${held.toLocaleString("en")} as expected: ${percent(held / read)} (95 %: ${share(pooled)}). Not read: ${unread.map(code).join(", ")}.`;
  const lines = rows
    .sort((a, b) => a.asExpected / a.read - b.asExpected / b.read || b.read - a.read)
    .map((row) => [
      code(row.augmentation),
      row.version,
      row.expects,
      row.read,
      row.asExpected,
      share(row),
      wrong
        .filter(({ augmentation, version }) => augmentation === row.augmentation && version === row.version)
        .map(({ prefers, note }) => `${prefers}: ${note}`)
        .join("; "),
    ]);
  return `${head}\n\n${table(["operator", "version", "expects", "read", "as expected", "95 %", "what the others said"], lines)}`;
}

function percent(share) {
  return `${(100 * share).toFixed(share > 0.98 && share < 1 ? 1 : 0)} %`;
}
