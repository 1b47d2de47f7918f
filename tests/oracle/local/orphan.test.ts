import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { packagePath } from "../../../src/paths.js";
import { REFERENCE, TINY } from "./tiny-lm.js";

const BUILT = pathToFileURL(packagePath("dist", "src", "oracle", "local", "model-process.js")).href;
const WANTED = { path: TINY, graph: "onnx/model.onnx", file: TINY, threads: 1 };
const ENDLESS = { ids: REFERENCE.greedy[0]!.prompt_ids, maxTokens: 240, temperature: 0, seed: 0, ends: [] };

/** Loads the model, and has it write for minutes. */
const SCRIPT = `
  const { loadModel } = await import(${JSON.stringify(BUILT)});
  const { process: child } = await loadModel(${JSON.stringify(WANTED)}, "cpu");
  for (let at = 0; at < 1000; at++) child.ask((id) => ({ type: "generate", id, ...${JSON.stringify(ENDLESS)} }), "");
  console.log("writing");
`;

/** Whether a process runs; one that has ended may wait as a zombie for someone to ask. */
function runs(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

it.runIf(process.platform === "linux")(
  "ends when the process that started it is killed",
  { timeout: 60_000 },
  async () => {
    const parent = spawn(process.execPath, ["--input-type=module", "-e", SCRIPT], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(parent.stdout, "data");
    const child = Number(
      readFileSync(`/proc/${parent.pid}/task/${parent.pid}/children`, "utf8").trim().split(" ")[0],
    );
    expect(runs(child)).toBe(true);
    parent.kill("SIGKILL");
    for (let waited = 0; waited < 100 && runs(child); waited++) await wait(100);
    expect(runs(child)).toBe(false);
  },
);
