import { join } from "node:path";
import { expect, test } from "vitest";
import { describeWithShared } from "../shared.js";
import { ask } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS, KEEPS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const GOOD = preferences(20);
const EMPTY = JSON.stringify({ ...GOOD[0]!, rejected: "" });

test("--skip-bad leaves bad records out, says so, and the same command finds its run", async () => {
  place.file("rubric.json", COMPLETENESS);
  place.file("prefs.jsonl", `${lines(GOOD)}${EMPTY}\n{"prompt": \n${EMPTY}\n`);
  const args = ["run", "prefs.jsonl", "--model", KEEPS, "--rubric", "./rubric.json", "--quiet"];
  const weigh = (...more: string[]) => run([...args, ...more], { cwd: place.path });
  expect((await weigh("--db", "strict.db")).code).toBe(2);

  const ended = await weigh("--db", "runs.db", "--skip-bad");
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({
    code: 0,
    stderr: [
      "TARE_DATA_EMPTY_RESPONSE  2 bad records left out (--skip-bad):",
      "  prefs.jsonl:21: the rejected response is empty",
      "  prefs.jsonl:23: the rejected response is empty",
      "TARE_DATA_NOT_JSON  1 bad record left out (--skip-bad):",
      "  prefs.jsonl:22:12: not JSON: the line ends before its record does",
      "",
    ].join("\n"),
  });
  expect((await weigh("--db", "runs.db", "--skip-bad")).code).toBe(0);
  const file = join(place.path, "runs.db");
  expect(ask(file, "SELECT json_extract(plan, '$.skipBad') AS skipBad FROM runs")).toEqual([{ skipBad: 1 }]);
  expect(ask(file, "SELECT detail FROM events WHERE kind = 'left out' ORDER BY id")).toEqual([
    {
      detail:
        "2 bad records, TARE_DATA_EMPTY_RESPONSE: prefs.jsonl:21: the rejected response is empty; " +
        "prefs.jsonl:23: the rejected response is empty",
    },
    {
      detail:
        "1 bad record, TARE_DATA_NOT_JSON: prefs.jsonl:22:12: not JSON: the line ends before its record does",
    },
  ]);
});

test("--skip-bad counts a bad pair of one's own once, though pairs are read twice", async () => {
  const pair = { prompt: "Why?", base: "Because it is so.", variant: "Because.", expects: "lower" };
  place.file(
    "pairs.jsonl",
    lines([pair, { ...pair, prompt: "How?", base: 7 }, { ...pair, expects: "more" }]),
  );
  place.file("rubric.json", COMPLETENESS);
  const args = ["run", "--pairs", "pairs.jsonl", "--model", KEEPS, "--rubric", "./rubric.json", "--quiet"];
  const ended = await run([...args, "--skip-bad", "--db", "pairs.db"], { cwd: place.path });
  expect(ended.stderr.split("\n").slice(0, 3)).toEqual([
    "TARE_DATA_FIELD  2 bad records left out (--skip-bad):",
    '  pairs.jsonl:2: field "base" is a number, expected a string',
    '  pairs.jsonl:3: field "expects" is "more", expected one of lower, higher, same, not-higher',
  ]);
});

describeWithShared("HH-RLHF with --skip-bad", "data/hh-rlhf/harmless-base-test.jsonl.gz", (file) => {
  test("is audited to its end", async () => {
    const args = ["audit", file, "--skip-bad", "--limit", "5", "--augmentation", "length-padding", "--json"];
    const { code, stdout } = await run([...args, "--quiet"], { cwd: place.path });
    expect([code, JSON.parse(stdout).items]).toEqual([0, 5]);
  });
});
