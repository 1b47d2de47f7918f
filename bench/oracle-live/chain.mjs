import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { repeated } from "./counting-proxy.mjs";
import { sameInterventions } from "./read-database.mjs";
import { tare, tareOk } from "./tare.mjs";

const RUBRIC = fileURLToPath(new URL("rubric.json", import.meta.url));
/** A formula: what is measured here is the oracle, not a reward model. */
const MODEL = "scripted:length";
const FOUND = ["oracle:degrade", "oracle:upgrade"];
const VERDICTS = [0, 3, 4];

/** The `count` items of the fewest words among those whose answers have at least `fewest`, in the order of the files. */
export function drawItems(files, count, fewest = 8) {
  const words = (text) => text.split(/\s+/u).filter((word) => word !== "").length;
  const all = files.flatMap((file) => readFileSync(file, "utf8").trim().split("\n"));
  const sized = all.map((line) => {
    const { prompt, chosen, rejected } = JSON.parse(line);
    if (![prompt, chosen, rejected].every((text) => typeof text === "string"))
      return { line, size: Infinity };
    const answers = [words(chosen), words(rejected)];
    return { line, size: Math.min(...answers) < fewest ? Infinity : words(prompt) + answers[0] + answers[1] };
  });
  const limit = sized.map(({ size }) => size).sort((a, b) => a - b)[count - 1];
  return sized
    .filter(({ size }) => size <= limit)
    .slice(0, count)
    .map(({ line }) => line);
}

/**
 * The whole chain in `folder`: attributes found, a run that is killed, resumed and given again, an export, and a replay.
 * Throws where a promise is broken: a question that was answered and is sent again, a request of a repeated run, a replay
 * that comes to something else. Returns what each command did, and the requests that the proxy counted.
 */
export async function chain({ folder, lines, proxy, model, timeout, killAt, say }) {
  writeFileSync(join(folder, "items.jsonl"), `${lines.join("\n")}\n`);
  const db = join(folder, "live.db");
  const asks = [
    ...["--oracle", proxy.url, "--oracle-model", model],
    ...["--oracle-concurrency", "2", "--oracle-timeout", String(timeout)],
  ];
  const rest = ["--model", MODEL, "--quiet"];
  const steps = [];
  const note = (what, { code, signal, seconds, stderr }, before) => {
    const requests = proxy.asked.length - before;
    const error = code === 2 ? (/TARE_[A-Z_]+ .*/u.exec(stderr)?.[0] ?? "") : "";
    steps.push({ what, ended: signal ?? code, seconds, requests, error });
    say(`${what}: ${signal ?? `exit code ${code}`}, ${seconds.toFixed(0)} s, ${requests} requests`);
  };
  const step = async (what, args, codes) => {
    const before = proxy.asked.length;
    const ended = await (codes === undefined ? tare(args, folder) : tareOk(args, folder, codes));
    note(what, ended, before);
    return { ...ended, requests: proxy.asked.length - before };
  };

  // A model that names no attribute ends this command with an error: that is a result, and is told.
  await step("tare attributes", [
    ...["attributes", "items.jsonl", "--out", "draft.json", "--grade", "--db", db, "--quiet", ...asks],
  ]);
  const discovered = ["run", "items.jsonl", "--rubric", "general", ...rest, "--db", db, ...asks].concat(
    FOUND.flatMap((name) => ["--augmentations", name]),
  );
  await step("tare run, attributes found", discovered, VERDICTS);

  const weighing = (database) => ["run", "items.jsonl", "--rubric", RUBRIC, ...rest, "--db", database];
  const run = [...weighing(db), ...asks];
  const begun = proxy.asked.length;
  const killed = await tare(run, folder, () => proxy.asked.length >= begun + killAt);
  const inFlight = proxy.asked.filter(({ answered }) => !answered).length;
  note("tare run, attributes given", killed, begun);
  if (killed.signal !== "SIGKILL")
    throw new Error(`the run ended before it was to be killed (lower --kill-at?):\n${killed.stderr}`);
  await step("the same, resumed", run, VERDICTS);
  const counted = repeated(proxy.asked);
  if (counted.again > inFlight)
    throw new Error(
      `${counted.again} questions were sent again; ${inFlight} had no answer when the run died`,
    );
  const again = await step("the same, given again", run, VERDICTS);
  if (again.requests > 0) throw new Error(`a complete run given again sent ${again.requests} requests`);

  for (const format of ["crome", "trl"])
    await step(`tare export --format ${format}`, [
      ...[
        "export",
        "--format",
        format,
        "--only",
        "oracle",
        "--out",
        `${format}.jsonl`,
        "--db",
        db,
        "--quiet",
      ],
    ]);
  const copy = join(folder, "replay.db");
  const replayed = await step(
    "the same run, replayed",
    [...weighing(copy), "--oracle", `replay:${db}`],
    VERDICTS,
  );
  if (replayed.requests > 0) throw new Error(`a replay sent ${replayed.requests} requests`);
  const same = sameInterventions(db, copy);
  if (!same.equal) throw new Error("the replay came to other pairs than the run");
  return { steps, counted, inFlight, same, db };
}
