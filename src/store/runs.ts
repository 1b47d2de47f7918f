import { TareError } from "../errors.js";
import type { Reward } from "../scoring/reward.js";
import type { Store } from "./open.js";

export type RunState = "pairing" | "scoring" | "analyzing" | "complete";

export interface RunRow {
  readonly id: string;
  readonly plan: string;
  readonly state: RunState;
  readonly rubric: string;
  readonly rubricName: string;
  readonly rubricSource: string;
  readonly scorer: string;
  readonly scorerName: string;
  readonly reward: string;
  readonly data: string;
  readonly seed: number;
  readonly createdAt: string;
  readonly verdict: "pass" | "fail" | "inconclusive" | null;
  readonly withinSd: number | null;
  readonly overallSd: number | null;
  readonly scale: "within-prompt" | "overall" | null;
  readonly noiseFloor: number | null;
  /** Version of tare whose analysis this is. */
  readonly judgedBy: string | null;
}

const SELECT = `
  SELECT r.id, r.plan, r.state, r.rubric, b.name AS rubricName, b.source AS rubricSource, r.scorer, s.name AS scorerName,
         r.reward, r.data, r.seed, r.created_at AS createdAt, r.verdict, r.within_sd AS withinSd, r.overall_sd AS overallSd,
         r.scale, r.noise_floor AS noiseFloor, r.judged_by AS judgedBy
    FROM runs r JOIN rubrics b ON b.digest = r.rubric JOIN scorers s ON s.key = r.scorer`;

export function findRun({ db }: Store, id: string): RunRow | undefined {
  return db.prepare<[string], RunRow>(`${SELECT} WHERE r.id = ?`).get(id);
}

/** Oldest first; those of one command in the order of its models. */
export function listRuns({ db }: Store): RunRow[] {
  return db.prepare<[], RunRow>(`${SELECT} ORDER BY r.created_at, r.rowid`).all();
}

/**
 * The runs a command means: those whose id begins with `prefix`, or the newest command's runs when none is given.
 * Throws TARE_NO_RUN when there is none, or when one is unfinished and `complete` is asked for.
 */
export function selectRuns(store: Store, prefix: string | undefined, complete: boolean): RunRow[] {
  const newest = runsOfNewestCommand(store);
  const found = listRuns(store).filter(({ id }) =>
    prefix === undefined ? newest.has(id) : id.startsWith(prefix),
  );
  if (found.length === 0 && prefix === undefined)
    throw new TareError("TARE_NO_RUN", "the database holds no run", {
      where: store.path,
      fix: "Weigh a model into it with `tare run`, or give another --db.",
    });
  if (found.length === 0)
    throw new TareError("TARE_NO_RUN", `no run begins with ${prefix}`, {
      where: store.path,
      fix: "`tare list runs` lists them.",
    });
  if (prefix !== undefined && found.length > 1) {
    const ids = found.map(({ id }) => id.slice(0, 12)).join(", ");
    throw new TareError("TARE_NO_RUN", `"${prefix}" names several runs: ${ids}`, {
      where: store.path,
      fix: "Give more of the id.",
    });
  }
  const unfinished = found.find(({ state }) => state !== "complete");
  if (complete && unfinished !== undefined) {
    throw new TareError(
      "TARE_NO_RUN",
      `run ${unfinished.id.slice(0, 12)} stopped while ${unfinished.state}`,
      {
        where: store.path,
      },
    );
  }
  return found;
}

function runsOfNewestCommand({ db }: Store): ReadonlySet<string> {
  const runs = db.prepare<[], string>(
    "SELECT run FROM events WHERE kind = 'weighed' AND at = (SELECT max(at) FROM events WHERE kind = 'weighed')",
  );
  return new Set(runs.pluck().all());
}

/** Runs that a budget cut out of the same data, oldest first, with their plans as JSON. */
export function findBudgeted(
  { db }: Store,
  asked: { readonly rubric: string; readonly scorer: string; readonly asked: string; readonly from: string },
): { readonly id: string; readonly plan: string }[] {
  return db
    .prepare<typeof asked, { readonly id: string; readonly plan: string }>(
      `SELECT id, plan FROM runs WHERE rubric = @rubric AND scorer = @scorer
          AND plan ->> '$.budget.asked' = @asked AND plan ->> '$.budget.from' = @from ORDER BY created_at, rowid`,
    )
    .all(asked);
}

/** Ids of a run's items, sorted. */
export function readRunItems({ db }: Store, run: string): string[] {
  return db
    .prepare<[string], string>("SELECT item FROM run_items WHERE run = ? ORDER BY item")
    .pluck()
    .all(run);
}

export interface NewRun {
  readonly id: string;
  readonly plan: string;
  readonly rubric: { readonly digest: string; readonly name: string; readonly source: string };
  readonly scorer: string;
  readonly reward: Reward;
  readonly rewardName: string;
  readonly data: string;
  readonly seed: number;
  readonly createdAt: string;
  readonly version: string;
  readonly items: readonly string[];
  readonly files: readonly string[];
}

/** Records a run and its items in one transaction; a run already there keeps its state and its first date. */
export function insertRun({ db }: Store, run: NewRun): void {
  db.transaction(() => {
    const { digest, name, source } = run.rubric;
    db.prepare("INSERT OR IGNORE INTO rubrics (digest, name, source) VALUES (?, ?, ?)").run(
      digest,
      name,
      source,
    );
    const { changes } = db
      .prepare(
        `INSERT OR IGNORE INTO runs (id, plan, state, rubric, scorer, reward, data, seed, created_at, tare_version)
         VALUES (?, ?, 'pairing', ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        run.id,
        run.plan,
        digest,
        run.scorer,
        run.rewardName,
        run.data,
        run.seed,
        run.createdAt,
        run.version,
      );
    if (changes === 0) return;
    const link = db.prepare("INSERT INTO run_items (run, item) VALUES (?, ?)");
    const linkText = db.prepare(
      "INSERT OR IGNORE INTO run_texts (run, part, text) SELECT ?, 0, text FROM responses WHERE item = ?",
    );
    for (const item of run.items) {
      link.run(run.id, item);
      linkText.run(run.id, item);
    }
    const head = db.prepare("INSERT INTO run_heads (run, head, weight) VALUES (?, ?, ?)");
    for (const { head: index, weight } of run.reward) head.run(run.id, index, weight);
    const file = db.prepare("INSERT INTO run_files (run, position, file) VALUES (?, ?, ?)");
    for (const [position, path] of run.files.entries()) file.run(run.id, position, path);
  })();
}

export function setState({ db }: Store, run: string, state: RunState): void {
  db.prepare("UPDATE runs SET state = ? WHERE id = ?").run(state, run);
}

/** Notes whose analysis a run's effects and verdicts are. */
export function setJudgedBy({ db }: Store, run: string, version: string): void {
  db.prepare("UPDATE runs SET judged_by = ? WHERE id = ?").run(version, run);
}

/** Whether a run is complete and was judged by this version: then there is nothing left to do. */
export function isJudgedBy({ db }: Store, run: string, version: string): boolean {
  const row = db
    .prepare<[string, string], number>(
      "SELECT 1 FROM runs WHERE id = ? AND state = 'complete' AND judged_by = ?",
    )
    .get(run, version);
  return row !== undefined;
}

export function recordEvent({ db }: Store, run: string, at: string, kind: string, detail = ""): void {
  db.prepare("INSERT INTO events (run, at, kind, detail) VALUES (?, ?, ?, ?)").run(run, at, kind, detail);
}

/** An event that is the same however often a run is taken up again: only its first time is kept. */
export function recordOnce(store: Store, run: string, at: string, kind: string, detail: string): void {
  const known = store.db.prepare<[string, string, string]>(
    "SELECT 1 FROM events WHERE run = ? AND kind = ? AND detail = ?",
  );
  if (known.get(run, kind, detail) === undefined) recordEvent(store, run, at, kind, detail);
}

const READ_FROM = "read from";

/**
 * Notes under which names the data of a run were read this time, where they are others than the last ones. `run_files` keeps
 * the first names: looks are counted by them.
 */
export function recordFiles(store: Store, run: string, at: string, files: readonly string[]): void {
  const names = JSON.stringify(files);
  if (names !== JSON.stringify(readFiles(store, run))) recordEvent(store, run, at, READ_FROM, names);
}

/** The names of the files as they were given last. */
function readFiles({ db }: Store, run: string): string[] {
  const later = db
    .prepare<[string, string], string>(
      "SELECT detail FROM events WHERE run = ? AND kind = ? ORDER BY id DESC LIMIT 1",
    )
    .pluck()
    .get(run, READ_FROM);
  if (later !== undefined) return JSON.parse(later) as string[];
  return db
    .prepare<[string], string>("SELECT file FROM run_files WHERE run = ? ORDER BY position")
    .pluck()
    .all(run);
}

/** The files a run was read from last, and how many items and prompts it holds. */
export function countRunData(store: Store, run: string): { files: string[]; items: number; prompts: number } {
  const counts = store.db.prepare<[string], { items: number; prompts: number }>(
    "SELECT count(*) AS items, count(DISTINCT i.prompt) AS prompts FROM run_items ri JOIN items i ON i.id = ri.item WHERE ri.run = ?",
  );
  return { files: readFiles(store, run), ...counts.get(run)! };
}
