import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { expectNothingComplete, expectRefusal } from "./afterwards.js";
import { ask } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS, KEEPS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const GOOD = preferences(250);
const [first] = GOOD;

const weigh = (data: string, db: string) =>
  run(["run", data, "--model", KEEPS, "--rubric", "./rubric.json", "--db", db, "--quiet"], {
    cwd: place.path,
  });

/** A bad record after 250 good ones, the first batch of which is written by then. */
const after = (bad: string) => `${lines(GOOD)}${bad}\n`;
const changed = (fields: object) => after(JSON.stringify({ ...first, ...fields }));
const without = ({ prompt, chosen }: object & Partial<typeof first>) =>
  after(JSON.stringify({ prompt, chosen }));

const CASES: readonly [string, string | Buffer | undefined, string, RegExp][] = [
  ["missing", undefined, "TARE_DATA_MISSING", /missing\.jsonl: .*no such file/],
  ["empty", "", "TARE_DATA_EMPTY", /empty\.jsonl: the file holds no record/],
  ["blank", "\n\n  \n", "TARE_DATA_EMPTY", /blank\.jsonl: /],
  [
    "no-json",
    after('{"prompt": "Why?", '),
    "TARE_DATA_NOT_JSON",
    /no-json\.jsonl:251:20: not JSON: the line ends/,
  ],
  ["prose", after("chosen beats rejected"), "TARE_DATA_NOT_JSON", /prose\.jsonl:251:1: not JSON/],
  ["no-field", without(first!), "TARE_DATA_FIELD", /no-field\.jsonl:251: field "rejected" is missing/],
  [
    "wrong-type",
    changed({ chosen: 7 }),
    "TARE_DATA_FIELD",
    /wrong-type\.jsonl:251: field "chosen" is a number/,
  ],
  [
    "null-field",
    changed({ rejected: null }),
    "TARE_DATA_FIELD",
    /null-field\.jsonl:251: field "rejected" is null/,
  ],
  ["list", after("[1, 2]"), "TARE_DATA_FIELD", /list\.jsonl:251: the record is a list of 2/],
  [
    "no-answer",
    changed({ chosen: "" }),
    "TARE_DATA_EMPTY_RESPONSE",
    /no-answer\.jsonl:251: the chosen response/,
  ],
  [
    "blank-answer",
    changed({ rejected: " \n " }),
    "TARE_DATA_EMPTY_RESPONSE",
    /blank-answer\.jsonl:251: the rejected/,
  ],
  [
    "same",
    changed({ rejected: first!.chosen }),
    "TARE_DATA_SAME_RESPONSES",
    /same\.jsonl:251: .*the same text/,
  ],
  ["stranger", '{"question": "Why?", "answer": "So."}', "TARE_DATA_UNKNOWN_FORMAT", /stranger\.jsonl:1: /],
  ["cut.gz", gzipSync(lines(GOOD)).subarray(0, 900), "TARE_DATA_GZIP", /cut\.gz\.jsonl/],
];

beforeAll(() => {
  place.file("rubric.json", COMPLETENESS);
  for (const [name, content] of CASES) if (content !== undefined) place.file(`${name}.jsonl`, content);
});

describe("bad data", () => {
  test.each(CASES)("%s", async (name, _, code, says) => {
    const ended = await weigh(`${name}.jsonl`, `${name}.db`);
    expectRefusal(ended, code, says);
    expectNothingComplete(join(place.path, `${name}.db`));
  });

  test("a folder in the place of a file", async () => {
    expectRefusal(await weigh(".", "folder.db"), "TARE_DATA_MISSING", /this is a folder, not a file/);
  });

  test("once the line is mended the same command makes the run", async () => {
    place.file("no-json.jsonl", lines(GOOD));
    const ended = await weigh("no-json.jsonl", "no-json.db");
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
    const file = join(place.path, "no-json.db");
    expect(ask(file, "SELECT state FROM runs")).toEqual([{ state: "complete" }]);
    expect(ask(file, "SELECT count(*) AS items FROM run_items")).toEqual([{ items: GOOD.length }]);
  });
});
