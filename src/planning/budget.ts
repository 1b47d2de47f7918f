import { TareError } from "../errors.js";

/** How much a run may cost: seconds of scoring still to be done, or distinct texts, stored or not. */
export interface Budget {
  readonly unit: "seconds" | "texts";
  readonly amount: number;
}

const SECONDS = { h: 3600, m: 60, s: 1 } as const;
const TIME = /^(?:(?<h>\d+(?:\.\d+)?)h)?(?:(?<m>\d+(?:\.\d+)?)m(?:in)?)?(?:(?<s>\d+(?:\.\d+)?)s)?$/;
const TEXTS = /^(?<count>\d+)(?<thousand>k?)\s*texts?$/;

/** Reads `30m`, `2h`, `1h30m`, `90s`, `50000texts`, `50k texts`. Throws TARE_BUDGET_SYNTAX. */
export function parseBudget(asked: string): Budget {
  const plain = asked.trim().toLowerCase().replace(/[,_]/g, "");
  const texts = TEXTS.exec(plain)?.groups;
  if (texts !== undefined) {
    const amount = Number(texts.count) * (texts.thousand === "k" ? 1000 : 1);
    return { unit: "texts", amount: positive(amount, asked) };
  }
  const time = plain === "" ? undefined : TIME.exec(plain.replaceAll(" ", ""))?.groups;
  if (time === undefined) throw refuse(asked, "is neither a time nor a number of texts");
  const amount = (["h", "m", "s"] as const).reduce(
    (sum, unit) => sum + SECONDS[unit] * Number(time[unit] ?? 0),
    0,
  );
  return { unit: "seconds", amount: positive(amount, asked) };
}

/** The same budget is always called the same: `1800 seconds`, `50000 texts`. */
export function nameBudget({ unit, amount }: Budget): string {
  return `${amount} ${unit}`;
}

function positive(amount: number, asked: string): number {
  if (Number.isFinite(amount) && amount > 0) return amount;
  throw refuse(asked, "is nothing");
}

function refuse(asked: string, what: string): TareError {
  return new TareError("TARE_BUDGET_SYNTAX", `${JSON.stringify(asked)} ${what}`, { where: "--budget" });
}
