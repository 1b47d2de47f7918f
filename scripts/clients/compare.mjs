#!/usr/bin/env node
/**
 * Asks a database with every client that is installed here, and holds the answers against tare's own: the sqlite3 shell, and
 * Python's sqlite3, pandas, DuckDB and Datasette (PYTHON names an interpreter that has them). A client that is missing is told.
 * compare.mjs DATABASE; exits 1 where an answer differs.
 */
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { clientQuestions } from "./questions.mjs";

const ROOT = join(import.meta.dirname, "..", "..");
const file = resolve(process.argv[2] ?? "tare-demo.db");
const python = process.env.PYTHON ?? "python3";
const questions = clientQuestions(ROOT, file);
const BUFFER = { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 };

function run(command, args, input) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { ...BUFFER, input });
  if (error?.code === "ENOENT") return { missing: `${command} is not installed` };
  if (status === 77) return { missing: stderr.trim() };
  if (status !== 0) throw new Error(`${command} ${args[0] ?? ""}: exit code ${status}\n${stderr}`);
  return { stdout };
}

const tare = questions.map((sql) => {
  const cli = join(ROOT, "dist", "src", "cli.js");
  const { stdout } = run(process.execPath, [cli, "query", "--db", file, "--sql", sql, "--json"], "");
  return JSON.parse(stdout).map((row) => Object.values(row));
});

function shell() {
  const rows = [];
  for (const sql of questions) {
    const { missing, stdout } = run("sqlite3", ["-readonly", "-json", file, sql], "");
    if (missing !== undefined) return { missing };
    rows.push(stdout === "" ? [] : JSON.parse(stdout).map((row) => Object.values(row)));
  }
  return { rows };
}

function withPython(client) {
  const { missing, stdout } = run(
    python,
    [join(import.meta.dirname, "ask.py"), client, file],
    JSON.stringify(questions),
  );
  return missing === undefined ? { rows: JSON.parse(stdout) } : { missing };
}

const CLIENTS = {
  "sqlite3 shell": shell,
  ...Object.fromEntries(
    ["sqlite3", "pandas", "duckdb", "datasette"].map((name) => [`Python ${name}`, () => withPython(name)]),
  ),
};

/** A number may come as its text, in which DuckDB gives what has no declared type. */
function alike(other, one) {
  if (typeof one === "number" && typeof other === "string" && other.trim() !== "")
    return alike(Number(other), one);
  if (typeof one !== "number" || typeof other !== "number") return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}

for (const [client, ask] of Object.entries(CLIENTS)) {
  const { missing, rows } = ask();
  if (missing !== undefined) {
    console.log(`skipped  ${client}: ${missing}`);
    continue;
  }
  const wrong = questions.filter(
    (_, index) =>
      rows[index].length !== tare[index].length ||
      rows[index].some((row, place) => row.some((cell, column) => !alike(cell, tare[index][place][column]))),
  );
  console.log(
    `${wrong.length === 0 ? "same    " : "DIFFERS "} ${client}: ${questions.length - wrong.length} of ${questions.length} answers`,
  );
  for (const sql of wrong) console.error(sql);
  if (wrong.length > 0) process.exitCode = 1;
}
