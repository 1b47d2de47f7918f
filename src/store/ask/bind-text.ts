import { TareError } from "../../errors.js";
import { didYouMean } from "../../nearest.js";
import { placeholders } from "./placeholders.js";

/** Digits that a number gives back as they are: an id such as 007 stays a text. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * Values for the named parameters of SQL that has no header to give them types: what looks like a number is one.
 * Throws TARE_QUERY_PARAMETER where one is missing, or is none of the SQL's.
 */
export function bindText(
  sql: string,
  given: Readonly<Record<string, string>>,
): Record<string, string | number> {
  const names = placeholders(sql);
  const known = names.join(", ") || "none";
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    const what = `unknown parameter "${name}"${didYouMean(name, names)}; the SQL takes: ${known}`;
    throw new TareError("TARE_QUERY_PARAMETER", what, { fix: "Write it into the SQL as :name." });
  }
  const missing = names.find((name) => given[name] === undefined);
  if (missing !== undefined)
    throw new TareError(
      "TARE_QUERY_PARAMETER",
      `the SQL holds :${missing}, and --param ${missing}=… is missing`,
      {
        fix: `Give --param ${missing}=VALUE.`,
      },
    );
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, asValue(value)]));
}

function asValue(text: string): string | number {
  const number = Number(text);
  const whole = text.includes(".") || Number.isSafeInteger(number);
  return NUMBER.test(text) && whole ? number : text;
}
