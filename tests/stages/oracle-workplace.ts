import { join } from "node:path";
import { beforeAll } from "vitest";
import type { RunView } from "../../src/contract.js";
import type { RunOptions } from "../../src/evaluate.js";
import { openStore } from "../../src/store/open.js";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS, KEEPS } from "../cli/rubrics.js";
import { type Workplace, workplace } from "../cli/workplace.js";
import { weigh } from "./weighing.js";

export const ITEMS = 12;
export const DEGRADED = "oracle:degrade/completeness";
const ASKED = /\((\d+) questions asked now, (\d+) answers taken from the database\)/u;

/** A preference that the formula `length` keeps to, and a degradation that takes words away. */
const RUBRIC = {
  ...COMPLETENESS,
  causal: [
    {
      attribute: "completeness",
      why: "All that was asked for must be answered.",
      augmentations: [DEGRADED],
      require: { correctDirection: { atLeast: 0.6 } },
    },
  ],
  ranking: { accuracy: { atLeast: 0.5 } },
};

export interface Ran {
  readonly views: readonly RunView[];
  readonly said: readonly string[];
  /** Questions asked, and answers taken from the database. */
  readonly asked: readonly [asked: number, taken: number];
}

export interface OracleWorkplace extends Workplace {
  run(database: string, more?: Partial<RunOptions>): Promise<Ran>;
  read<T>(database: string, sql: string): T[];
}

/** A folder with data and a rubric that asks an oracle for one degradation of every item. */
export function oracleWorkplace(): OracleWorkplace {
  const place = workplace();
  beforeAll(() => {
    place.file("data.jsonl", lines(preferences(ITEMS)));
    place.file("rubric.json", RUBRIC);
  });
  return {
    ...place,
    async run(database, more = {}) {
      const said: string[] = [];
      const progress = { update: () => {}, say: (line: string) => void said.push(line), end: () => {} };
      const options = { models: [KEEPS], oracle: "scripted:good", database, ...more };
      const outcomes = await weigh(place.path, options, { progress });
      const [, asked, taken] = said.map((line) => ASKED.exec(line)).find((found) => found !== null)!;
      return { views: outcomes.map(({ view }) => view), said, asked: [Number(asked), Number(taken)] };
    },
    read<T>(database: string, sql: string): T[] {
      const store = openStore(join(place.path, database));
      const rows = store.db.prepare(sql).all() as T[];
      store.db.close();
      return rows;
    },
  };
}

export const verdictOf = (attribute: string, { verdicts }: RunView) =>
  verdicts.find(({ claim }) => claim.attribute === attribute)!.verdict;
export const coverageOf = (operator: string, { coverage }: RunView) =>
  coverage.find(({ augmentation }) => augmentation === operator)!;
