import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../dist/src/store/open.js";
import { questionsOf } from "../docs/answers.mjs";

/** What clients are asked: the SQL of the tutorial, and the first rows of every view. */
export function clientQuestions(root, file) {
  const tutorial = questionsOf(readFileSync(join(root, "db", "README.md"), "utf8"))
    .filter(({ args }) => args.includes("--sql"))
    .map(({ question }) => question);
  const { db } = openStore(file, { mustExist: true });
  const views = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name").pluck().all();
  const counts = views.map((name) => `SELECT count(*) AS rows FROM ${name}`);
  db.close();
  return [...tutorial, ...counts];
}
