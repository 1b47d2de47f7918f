import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { PACKAGE_ROOT } from "../../src/paths.js";

const CLI = `${PACKAGE_ROOT}/dist/src/cli.js`;

/** A formula whose parts are all seen by the operators: length, lists, and something that looks like judgement. */
export const SCRIPTED = "scripted:0.01*length+0.5*bullets+noise(0.3)";

export interface Surroundings {
  readonly cwd: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** What to run in place of node, with the arguments before it; e.g. to limit it. */
  readonly through?: readonly string[];
}

export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built command line in a process of its own. */
export function start(
  args: readonly string[],
  { cwd, env, through = [] }: Surroundings,
  stdio: SpawnOptions["stdio"] = "pipe",
): ChildProcess {
  const [command, ...rest] = [...through, process.execPath, CLI, ...args];
  const { FORCE_COLOR: _, ...inherited } = process.env;
  return spawn(command!, rest, { cwd, env: { ...inherited, ...env }, stdio });
}

/** Runs it to its end. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<Ended> {
  const child = start(args, surroundings);
  child.stdin!.on("error", () => {}); // it may end before it has read everything
  child.stdin!.end(surroundings.input ?? "");
  const [stdout, stderr, [code]] = await Promise.all([
    collect(child.stdout!),
    collect(child.stderr!),
    once(child, "close") as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr };
}

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
