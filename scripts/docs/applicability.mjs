import { readFileSync } from "node:fs";
import { totalsOf } from "../../bench/applicability-figures.mjs";
import { packagePath } from "../../dist/src/paths.js";
import { loadAugmentations } from "../../dist/src/registry.js";
import { code, table } from "./markdown.mjs";

const FILE = "bench/applicability.json";
const MEASURE = "run `npm run bench:applicability -- --write` and commit the result";

const readMeasured = () => JSON.parse(readFileSync(packagePath("bench", "applicability.json"), "utf8"));

/** Every operator with how often it applies to public data, what it does to the length and how fast it is, as measured. */
export async function applicabilityTable() {
  const measured = readMeasured();
  const { sets, operators } = measured;
  const rows = (await loadAugmentations()).map(({ name, attribute, expects }) => {
    const one = operators[name];
    if (one === undefined) return [code(name), attribute, expects, ...sets.map(() => "–"), "–", "–"];
    const shares = sets.map(({ key, items }) => percent(one.applies[key], items));
    const tokens = one.tokens === null ? "–" : `× ${one.tokens.toFixed(2)}`;
    return [code(one.operator), attribute, expects, ...shares, tokens, one.perSecond.toLocaleString("en")];
  });
  const columns = ["operator", "attribute", "expects", ...sets.map(({ name }) => name), "tokens", "a second"];
  const read = `${sets.map(described).join("; ")}.`;
  return `${[read, ...totalsOf(measured)].join(" ")}\n\n${table(columns, rows)}`;
}

/** Below a half per cent but not nothing is said so. */
function percent(part, whole) {
  const shown = Math.round((100 * part) / whole);
  return part > 0 && shown === 0 ? "< 1 %" : `${shown} %`;
}

function described({ name, items, leftOut }) {
  const dropped = Object.values(leftOut).reduce((sum, n) => sum + n, 0);
  return `${name}: ${items.toLocaleString("en")} items${dropped === 0 ? "" : ` (${dropped} records that cannot be read left out)`}`;
}

/** Why the measured file does not speak of the operators as they are; empty where it does. */
export function unmeasured(augmentations, { operators }) {
  const named = new Map(augmentations.map(({ name, version }) => [name, version]));
  return [
    ...augmentations.flatMap(({ name, version }) => {
      const was = operators[name]?.version;
      if (was === version) return [];
      const lack = was === undefined ? "lacks it" : `has version ${was} of it`;
      return [`${name} (version ${version}): ${FILE} ${lack}; ${MEASURE}`];
    }),
    ...Object.keys(operators)
      .filter((name) => !named.has(name))
      .map((name) => `${name}: ${FILE} knows it, and there is no such operator; ${MEASURE}`),
  ];
}

/** The same for the package as it stands. */
export async function staleMeasurements() {
  return unmeasured(await loadAugmentations(), readMeasured());
}
