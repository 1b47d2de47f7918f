import { type ChildProcess, fork } from "node:child_process";

/** A process that ends with this one at the latest, and keeps the end of what it complained of. */
export interface TiedProcess {
  readonly child: ChildProcess;
  kill(): void;
  /** What it wrote to stderr last, 500 characters at most. */
  complaint(): string;
  /** To be called once it has ended, or has been given up. */
  untie(): void;
}

/** Starts a compiled file; its first argument is the number of this process, which it watches (watch-parent.ts). */
export function startTied(file: string): TiedProcess {
  const child = fork(file, [String(process.pid)], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
  });
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-500);
  });
  return { child, kill, complaint: () => complaint, untie: () => void process.off("exit", kill) };
}
