/** Share of items at which an operator counts as widely applicable. */
const WIDELY = 0.6;

/**
 * What the table of operators shows, from the audits of the sets: `sets` (what was read), and `operators` by name with
 * version and dose. `applies`: items of a set of which the operator took one answer at least (what guards refuse afterwards
 * is counted in `refused`, of `measured` pairs); `tokens`: geometric mean of the length of variant over base in the valid
 * measured pairs of all sets; `perSecond`: answers tried a second by one thread, on the scale 1, 2, 5, 10 …; `code` (operators
 * on code): by language, items of RM-Bench code that were asked and those of them that were taken.
 */
export function figuresOf(audits, augmentations) {
  const operators = augmentations.map(({ name, version }, index) => [
    name,
    { version, ...figures(audits, index) },
  ]);
  return { sets: audits.map(setFacts), operators: Object.fromEntries(operators) };
}

function setFacts({ key, name, file, leftOut, audit }) {
  return { key, name, file, items: audit.items, leftOut };
}

/** Audits hold the operators in the order of the registry, one dose each. */
function figures(audits, index) {
  const tallies = audits.map(({ audit }) => audit.operators[index]);
  const sum = (of) => tallies.reduce((whole, tally) => whole + of(tally), 0);
  const refused = sum((tally) => Object.values(tally.refused).reduce((whole, n) => whole + n, 0));
  const measured = sum((tally) => tally.measured);
  const factor = 2 ** (sum((tally) => tally.drift.tokens.sum) / (measured - refused));
  const { code } = audits.find(({ key }) => key === "rmBenchCode").audit.operators[index];
  return {
    operator: tallies[0].operator,
    applies: Object.fromEntries(audits.map(({ key }, at) => [key, tallies[at].items.applied])),
    tokens: Number.isNaN(factor) ? null : Number(factor.toPrecision(3)),
    measured,
    refused,
    perSecond: coarse((1000 * sum((tally) => tally.asked)) / sum((tally) => tally.milliseconds)),
    ...(Object.keys(code).length === 0 ? {} : { code }),
  };
}

/** The nearest of 1, 2, 5, 10, 20 … on a scale of logarithms: one measurement is not worth more digits. */
function coarse(rate) {
  const power = 10 ** Math.floor(Math.log10(rate));
  const away = (step) => Math.abs(Math.log(rate / power / step));
  const [nearest] = [1, 2, 5, 10].sort((a, b) => away(a) - away(b));
  return nearest * power;
}

/** How many operators are widely applicable, as sentences: on RM-Bench chat, and on code in a language they know. */
export function totalsOf({ sets, operators }) {
  const { items } = sets.find(({ key }) => key === "rmBenchChat");
  const all = Object.entries(operators);
  const wide = all.filter(([, { applies }]) => applies.rmBenchChat >= WIDELY * items);
  const onCode = all.filter(([, { code }]) => code !== undefined);
  const few = onCode.filter(([, { code }]) => shareOf(code) < WIDELY);
  const least = `${100 * WIDELY} % or more`;
  const lacking = few.map(([name, { code }]) => `${name} ${Math.round(100 * shareOf(code))} %`);
  return [
    `${wide.length} of ${all.length} operators apply to ${least} of the items of RM-Bench chat.`,
    `${onCode.length - few.length} of ${onCode.length} operators on code apply to ${least} of the items of RM-Bench code whose language they know${few.length === 0 ? "" : ` (${lacking.join(", ")})`}.`,
  ];
}

function shareOf(code) {
  const languages = Object.values(code);
  const sum = (name) => languages.reduce((whole, one) => whole + one[name], 0);
  return sum("applied") / sum("asked");
}
