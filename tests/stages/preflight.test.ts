import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ask, askOne } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { describeWithShared } from "../shared.js";
import { weigh } from "./weighing.js";

const place = workplace();
beforeAll(() => {
  place.file("data.jsonl", lines(preferences(20)));
  place.file("rubric.json", COMPLETENESS);
});
const problems = (database: string) =>
  ask<{ detail: string }>(
    join(place.path, database),
    "SELECT detail FROM events WHERE kind = 'problem' ORDER BY id",
  ).map(({ detail }) => detail);

/** Weighs and returns what was warned of. */
async function warned(options: Parameters<typeof weigh>[1]): Promise<string[]> {
  const said: string[] = [];
  await weigh(place.path, options, { warn: (line) => said.push(line) });
  return said;
}

describe("a run says what is wrong with its model", () => {
  const formula = "scripted:-0.01*length+noise(0.0001)";

  test("a wrong sign is warned of by every command, and kept once", async () => {
    const options = { models: [formula], database: "wrong.db" };
    const first = await warned(options);
    expect(first).toHaveLength(1);
    expect(first[0]).toMatch(
      /^warning wrong-sign {2}.*chosen above rejected in 0 %.*\n {2}what to do: .*--negate/,
    );
    expect(await warned(options)).toEqual(first);
    expect(problems("wrong.db")).toEqual([
      expect.stringMatching(/^warning wrong-sign: chosen above rejected/),
    ]);
    expect(askOne(join(place.path, "wrong.db"), "SELECT count(*) FROM events WHERE kind = 'weighed'")).toBe(
      2,
    );
  });

  test("nothing is said of a good one", async () => {
    expect(await warned({ models: [formula], negate: true, database: "right.db" })).toEqual([]);
    expect(problems("right.db")).toEqual([]);
  });
});

describeWithShared("a run on a model that cannot be weighed", "fixtures/models", (root) => {
  test("stops before anything is paired or scored", async () => {
    const template = place.file(
      "deaf.jinja",
      "{% for m in messages %}{% if m.role == 'user' %}{{ m.content }}<|im_end|>{% endif %}{% endfor %}",
    );
    const run = weigh(place.path, { models: [join(root, "qwen2-chat")], template, database: "deaf.db" });
    await expect(run).rejects.toMatchObject({
      code: "TARE_MODEL_UNFIT",
      exit: 2,
      where: "qwen2-chat",
      message: expect.stringMatching(/^response-unseen: /),
    });
    const file = join(place.path, "deaf.db");
    expect(existsSync(file)).toBe(true);
    expect(askOne(file, "SELECT (SELECT count(*) FROM runs) + (SELECT count(*) FROM scores)")).toBe(0);
  });

  test("notes of a sound model are kept with the run and said only as progress", async () => {
    const said: string[] = [];
    const progress = { update: () => {}, say: (line: string) => said.push(line), end: () => {} };
    const warnings: string[] = [];
    await weigh(
      place.path,
      { models: [join(root, "llama-chat")], limit: 6, database: "sound.db" },
      { progress, warn: (line) => warnings.push(line) },
    );
    expect(said).toContain("llama-chat: double-bos, window-unknown (`tare doctor` explains)");
    expect(warnings.filter((line) => !line.startsWith("warning wrong-sign"))).toEqual([]);
    expect(problems("sound.db").filter((line) => line.startsWith("note"))).toEqual([
      expect.stringMatching(/^note double-bos: /),
      expect.stringMatching(/^note window-unknown: /),
    ]);
  });
});
