import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A question in a document, and the answer printed below it. */
const ASKED = /(```(sql|sh)\n((?:(?!```)[\s\S])*)```\n\n```text\n)((?:(?!```)[\s\S])*)(```)/g;

/** The questions of a document with their printed answers: what to type after `tare`. */
export function questionsOf(markdown) {
  return [...markdown.matchAll(ASKED)].map(([, , language, question, printed]) => ({
    question: question.trim(),
    args: argsOf(language, question.trim()),
    printed,
  }));
}

/** The document with each answer replaced by what `answer(args)` prints. */
export function withAnswers(markdown, answer) {
  return markdown.replace(
    ASKED,
    (_, before, language, question, _printed, after) =>
      `${before}${answer(argsOf(language, question.trim())).trimEnd()}\n${after}`,
  );
}

function argsOf(language, question) {
  if (language === "sql") return ["query", "--db", "tare-demo.db", "--sql", question];
  return question.replace(/^tare /, "").split(/\s+/);
}

/** What the built command line prints for `args` in a folder. Throws where it ends otherwise than it may. */
export function printedBy(root, cwd, args, ends = [0]) {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const cli = join(root, "dist", "src", "cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...env, COLUMNS: "120" },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ends.includes(status)) return { stdout, stderr };
  throw new Error(`tare ${args.join(" ")}: exit code ${status}\n${stderr}`);
}

/** What differs between two machines, or two days, by the name of its column. */
const PASSING = new Set(
  "run begun at created_at machine token_budget threads milliseconds texts_per_second tare_version judged_by plan".split(
    " ",
  ),
);

/**
 * Where two printed tables differ, in words. Numbers may differ in their third figure: kernels of one model round otherwise on
 * another processor.
 */
export function differences(printed, made) {
  const [one, other] = [cellsOf(printed), cellsOf(made)];
  if (one.length !== other.length) return [`${one.length} lines are printed, ${other.length} are made`];
  const columns = other.find((row) => row.length > 1) ?? []; // the command may stand above the table
  return one.flatMap((row, line) => {
    if (row.length !== other[line].length) return [`line ${line + 1} has another number of cells`];
    return row.flatMap((cell, index) => {
      const now = other[line][index];
      if (PASSING.has(columns[index]) || alike(cell, now)) return [];
      return [`line ${line + 1}, ${columns[index] ?? index}: "${cell}" is printed, "${now}" is made`];
    });
  });
}

function cellsOf(table) {
  const lines = table.split("\n").filter((line) => line.trim() !== "" && !/^[┌├└]/.test(line));
  return lines.map((line) =>
    (line.startsWith("│") ? line.split("│").slice(1, -1) : [line]).map((cell) => cell.trim()),
  );
}

/** Texts in which the numbers are nearly the same and all else is. */
function alike(one, other) {
  if (one === other) return true;
  const number = /[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;
  if (one.replace(number, "#") !== other.replace(number, "#")) return false;
  const [these, those] = [one, other].map((text) => (text.match(number) ?? []).map(Number));
  return these.every((value, index) => Math.abs(value - those[index]) <= 0.02 + 0.02 * Math.abs(value));
}
