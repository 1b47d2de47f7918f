import { expect, test } from "vitest";
import type { Gathered } from "../../src/stages/gather.js";
import { sayGathered } from "../../src/stages/say-gathered.js";

test.each([
  [1, 0, "read 1 record: 1 item"],
  [2, 1, "read 2 records: 1 item, 1 duplicate record counted once"],
  [4, 2, "read 4 records: 2 items, 2 duplicate records counted once"],
])("%i records, %i of them again", (read, duplicates, words) => {
  const said: string[] = [];
  const items = Array.from({ length: read - duplicates }, () => ({}));
  const numbers = { read, duplicates, distinct: items.length, tooLong: 0, mended: 0, unranked: 0 };
  const progress = { update() {}, end() {}, say: (line: string) => said.push(line) };
  sayGathered({ ...numbers, items } as unknown as Gathered, progress);
  expect(said).toEqual([words]);
});
