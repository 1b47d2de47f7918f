import { EXAMPLE_DATABASES } from "./example-databases.mjs";

/** Rows that an example shows. */
const ROWS = "5";
/** What the questions that must be given something are given; an item is the first there is. */
const GIVEN = {
  "worst-pairs": ["augmentation=plain-to-markdown"],
  "pair-drift": ["augmentation=plain-to-markdown"],
  "best-of-n": ["kind=hack"],
  "effects-by-stratum": ["kind=side", "augmentation=length-padding"],
  "response-curve": ["augmentation=length-padding"],
  goodhart: ["measure=tokens"],
};

export const examplePath = (name) => `db/examples/${name}.txt`;

/**
 * The command and what it prints, first rows only, on the demo database or on the small one that has something to show.
 * `answer(args)` runs tare in the folder where the databases lie.
 */
export function exampleOf({ name, parameters }, answer) {
  const db =
    Object.entries(EXAMPLE_DATABASES).find(([, { queries }]) => queries.includes(name))?.[0] ??
    "tare-demo.db";
  const given = [...(GIVEN[name] ?? [])];
  if (parameters.some((parameter) => parameter.name === "item")) given.push(`item=${firstItem(answer, db)}`);
  const params = given.flatMap((one) => ["--param", one]);
  const shown = ["tare", "query", name, ...params].join(" ");
  return `$ ${shown}\n${answer(["query", name, ...params, "--db", db, "--limit", ROWS])}`;
}

function firstItem(answer, db) {
  const sql = "SELECT substr(min(id), 1, 8) AS id FROM items";
  return JSON.parse(answer(["query", "--db", db, "--sql", sql, "--json"]))[0].id;
}
