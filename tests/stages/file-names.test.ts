import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ask } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "./weighing.js";

test("a run taken up under other names of its files shows these; looks go by the first ones", async () => {
  const place = workplace();
  place.file("data.jsonl", lines(preferences(12)));
  place.file("rubric.json", COMPLETENESS);
  copyFileSync(join(place.path, "data.jsonl"), join(place.path, "renamed.jsonl"));
  const named = async (file: string) => {
    const [outcome] = await weigh(place.path, { data: [file] });
    return [outcome!.view.run, outcome!.view.data.files];
  };
  const [run, files] = await named("data.jsonl");
  expect(files).toEqual(["data.jsonl"]);
  for (const file of ["renamed.jsonl", "renamed.jsonl", "data.jsonl"])
    expect(await named(file)).toEqual([run, [file]]);
  const db = join(place.path, "tare.db");
  expect(ask(db, "SELECT file FROM run_files")).toEqual([{ file: "data.jsonl" }]);
  expect(ask(db, "SELECT count(*) AS n FROM events WHERE kind = 'read from'")).toEqual([{ n: 2 }]);
});
