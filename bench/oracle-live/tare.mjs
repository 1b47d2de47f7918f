import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../dist/src/cli.js", import.meta.url));

/**
 * Runs `tare`. With `killWhen`, it is looked at every few milliseconds and sent SIGKILL as soon as that is true.
 * Returns how it ended, what it said, and its seconds.
 */
export async function tare(args, cwd, killWhen = undefined) {
  const begun = performance.now();
  const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const closed = once(child, "close");
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"])
    child[name].on("data", (chunk) => {
      said[name] += chunk;
    });
  while (killWhen !== undefined && child.exitCode === null && !killWhen()) await pause(5);
  if (killWhen !== undefined) child.kill("SIGKILL");
  const [code, signal] = await closed;
  return { code, signal, ...said, seconds: (performance.now() - begun) / 1000 };
}

/** The same, where only these exit codes are right. */
export async function tareOk(args, cwd, codes = [0]) {
  const ended = await tare(args, cwd);
  if (!codes.includes(ended.code))
    throw new Error(`tare ${args[0]} ended with ${ended.code}:\n${ended.stderr}`);
  return ended;
}
