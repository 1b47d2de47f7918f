import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { pagePairs } from "../../../src/store/browse/page-pairs.js";
import {
  PAGE_LIMITS,
  type PageLimits,
  type PairFilters,
  type PairRow,
  type PairSort,
} from "../../../src/store/browse/pair-page.js";
import { openStore, type Store } from "../../../src/store/open.js";
import { fillWords } from "../../../src/store/words/fill-words.js";
import { lines, preferences } from "../../cli/preferences.js";
import { EVERYTHING } from "../../cli/rubrics.js";
import { workplace } from "../../cli/workplace.js";
import { weigh } from "../../stages/weighing.js";

const place = workplace();
let store: Store;
let run = "";

interface Plain {
  readonly pair: string;
  readonly item: string;
  readonly position: number;
  readonly difference: number;
  readonly augmentation: string;
  readonly dose: number | null;
  readonly attribute: string;
  readonly expects: string;
  readonly changes: string;
  readonly role: string;
  readonly subset: string;
  readonly truncated: number;
  readonly texts: string;
}
/** Every pair of the run, read from scores and texts alone. */
let all: Plain[] = [];
let tolerance = 0;

beforeAll(async () => {
  place.file(
    "data.jsonl",
    lines(preferences(12).map((one, at) => ({ ...one, subset: at % 3 ? "towns" : "rivers" }))),
  );
  place.file("rubric.json", EVERYTHING);
  await weigh(place.path, { data: ["data.jsonl"], models: ["scripted:0.01*length+0.5*bullets+noise(0.3)"] });
  store = openStore(join(place.path, "tare.db"));
  await fillWords(store);
  run = store.db.prepare<[], string>("SELECT id FROM runs").pluck().get()!;
  tolerance = 2 * store.db.prepare<[], number>("SELECT noise_floor FROM runs").pluck().get()!;
  all = store.db
    .prepare<[], Plain>(
      `SELECT rp.pair, rp.item, rp.position, v.logit - b.logit AS difference, p.augmentation, p.dose, a.attribute, a.expects,
              a.changes, s.role, i.subset, max(v.truncated, b.truncated) AS truncated, x.response || ' | ' || y.response AS texts
         FROM run_pairs rp JOIN pairs p ON p.key = rp.pair JOIN augmentations a ON a.name = p.augmentation
         JOIN scores b ON b.text = p.base JOIN scores v ON v.text = p.variant JOIN items i ON i.id = rp.item
         JOIN responses s ON s.item = rp.item AND s.position = rp.position
         JOIN texts x ON x.key = p.base JOIN texts y ON y.key = p.variant`,
    )
    .all();
  return () => store.db.close();
});

const placeKey = ({ pair, item, position }: Pick<PairRow, "pair" | "item" | "position">) =>
  `${pair} ${item} ${position}`;
const compare = (a: readonly (string | number)[], b: readonly (string | number)[]) => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
};

/** What the pages should hold, one after the other. */
function expected(filters: PairFilters, sort: PairSort, order: "ascending" | "descending"): string[] {
  const moved = ({ difference, expects }: Plain) =>
    expects === "higher" ? -difference : expects === "same" ? Math.abs(difference) : difference;
  const isBroken = (row: Plain) => row.changes !== "prompt" && moved(row) > tolerance;
  const words = filters.search === undefined ? [] : filters.search.toLowerCase().split(" ");
  const key = (row: Plain) => [
    ...(sort === "pair" ? [] : [row.difference]),
    row.pair,
    row.item,
    row.position,
  ];
  const sign = order === "ascending" ? 1 : -1;
  return all
    .filter(
      (row) =>
        (["augmentation", "attribute", "expects", "role", "subset", "dose"] as const).every(
          (name) => filters[name] === undefined || filters[name] === row[name],
        ) &&
        (filters.truncated === undefined || filters.truncated === (row.truncated === 1)) &&
        (filters.broken === undefined || filters.broken === isBroken(row)) &&
        row.texts.split(" | ").some((text) => {
          const said = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
          return words.every((word) => said.has(word));
        }),
    )
    .sort((a, b) => sign * compare(key(a), key(b)))
    .map(placeKey);
}

/** As if every word were common: pairs are asked for them in their order, a few at a time. */
const COMMON: PageLimits = { fewTexts: 0, fewPairs: 0, lookedAt: 40, lookedAtByKey: 40 };

const CASES: readonly PairFilters[] = [
  {},
  { augmentation: "length-padding" },
  { attribute: "whitespace", role: "rejected" },
  { expects: "not-higher", broken: true },
  { expects: "same", broken: true, subset: "towns" },
  { expects: "lower", broken: false },
  { broken: true },
  { broken: false },
  { truncated: true },
  { dose: null, subset: "rivers" },
  { augmentation: "length-padding", dose: 2 },
  { search: "the" },
  { search: "lisbon", broken: true },
  { subset: "no such part" },
];

const SEARCHES = CASES.filter(({ search }) => search !== undefined);
const BOTH = [
  ...CASES.map((filters) => ({ filters, common: false })),
  ...SEARCHES.map((filters) => ({ filters, common: true })),
];

describe.each(BOTH)("pairs with $filters (common words: $common)", ({ filters, common }) => {
  test.each([
    ["z", "descending"],
    ["difference", "ascending"],
    ["pair", "ascending"],
    ["pair", "descending"],
  ] as const)("by %s, %s: forwards and back, every one once, in order", (sort, order) => {
    const wanted = expected(filters, sort, order);
    const asked = { run, filters, sort, order, limit: 23 };
    const limits = common ? COMMON : PAGE_LIMITS;
    const pages: PairRow[][] = [];
    let [previous, count] = [undefined as string | undefined, -1];
    for (let after: string | undefined; ; ) {
      const page = pagePairs(store, { ...asked, after }, limits);
      pages.push([...page.rows]);
      if (page.count.exact) count = page.count.rows;
      if (page.next === undefined) {
        previous = page.previous;
        break;
      }
      after = page.next;
    }
    expect(pages.flat().map(placeKey)).toEqual(wanted);
    if (count >= 0) expect(count).toBe(wanted.length);
    for (let at = pages.length - 2; at >= 0 && previous !== undefined; at--) {
      const page = pagePairs(store, { ...asked, before: previous }, limits);
      expect(page.rows).toEqual(pages[at]);
      expect(page.next).toBeDefined();
      previous = page.previous;
    }
    expect(previous).toBeUndefined();
  });
});
