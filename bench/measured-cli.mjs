import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../dist/src/cli.js", import.meta.url));

/** Told by the process itself, on exit: the kernel's high-water mark, and the processor time of all its threads. */
const REPORT = `process.on("exit", () => require("node:fs").writeFileSync(process.env.TARE_USAGE, JSON.stringify(process.resourceUsage())));`;

/** Runs `tare` with `args`, its working files in `folder`: what it prints, its time and its peak memory. Throws on an exit code that is not among `codes`. */
export async function measuredCli(args, folder, codes = [0]) {
  const usage = join(folder, "usage.json");
  const hook = join(folder, "report.cjs");
  writeFileSync(hook, REPORT);
  const begun = performance.now();
  const child = spawn(process.execPath, ["--require", hook, CLI, ...args], {
    env: { ...process.env, TARE_USAGE: usage },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  const [code] = await once(child, "close");
  if (!codes.includes(code)) throw new Error(`tare ${args[0]} ended with ${code}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, "utf8"));
  return {
    stdout,
    seconds: (performance.now() - begun) / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakGiB: maxRSS / 2 ** 20,
  };
}
