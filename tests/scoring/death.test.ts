import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { packagePath } from "../../src/paths.js";
import onnx from "../../src/scorers/onnx.js";
import { scoreTexts } from "../../src/scoring/score-texts.js";
import { withModel } from "../scorers/fixture-models.js";
import { describeWithShared } from "../shared.js";
import { memorySink, silent, someTexts } from "./memory-sink.js";

/** Processes that `parent` has started, by the kernel's own list (Linux). */
function children(parent = process.pid): number[] {
  const list = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8");
  return list.trim().split(" ").filter(Boolean).map(Number);
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const onLinux = test.skipIf(process.platform !== "linux");

describeWithShared("a scoring process that goes away", "fixtures/models/bert-pair", (model) => {
  const options = (signal: AbortSignal) => ({
    total: () => 400,
    progress: silent,
    signal,
    windowSize: 100,
  });

  onLinux(
    "SIGKILL in the middle: what was at stake is named, what was written stays, a new one goes on",
    async () => {
      const before = children();
      const scorer = await onnx.open(model, { cwd: "/", threads: 1 });
      const [pid] = children().filter((child) => !before.includes(child));
      const sink = memorySink(someTexts(400), (batches) => {
        if (batches === 4) process.kill(pid!, "SIGKILL");
      });
      const signal = new AbortController().signal;
      const error = await scoreTexts(scorer, sink, options(signal)).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: "TARE_SCORER_DIED", exit: 1, where: `${model}/onnx/model.onnx` });
      const [, key] = /signal SIGKILL\) while at texts? ([0-9a-f]{32})/.exec(String(error))!;
      const written = sink.rows().map(({ text }) => text);
      expect(sink.texts.map((text) => text.key)).toContain(key);
      expect(written).not.toContain(key);
      expect(written.length).toBeGreaterThan(0);

      await expect(scorer.score([scorer.prepare("later", sink.texts[0]!.text)])).rejects.toMatchObject({
        code: "TARE_SCORER_DIED",
      });
      await scorer.close();
      await withModel(model, (fresh) => scoreTexts(fresh, sink, options(signal)));
      expect(new Set(sink.rows().map(({ text }) => text)).size).toBe(400);
    },
  );

  onLinux("when tare itself is killed, its scoring process ends too", async () => {
    const code = `import onnx from ${JSON.stringify(packagePath("dist", "src", "scorers", "onnx.js"))};
      await onnx.open(${JSON.stringify(model)}, { cwd: "/", threads: 1 });
      console.log("open");`;
    const tare = spawn(process.execPath, ["--input-type=module", "-e", code], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    expect(
      await Promise.race([once(tare.stdout, "data").then(String), once(tare, "exit").then(String)]),
    ).toBe("open\n");
    const [pid] = children(tare.pid!);
    expect(isAlive(pid!)).toBe(true);
    tare.kill("SIGKILL");
    await once(tare, "exit");
    for (let waited = 0; waited < 5000 && isAlive(pid!); waited += 50) await setTimeout(50);
    expect(isAlive(pid!)).toBe(false);
  });

  onLinux("Ctrl-C is the parent's business, and close leaves no process behind", async () => {
    const before = children();
    const scorer = await onnx.open(model, { cwd: "/", threads: 1 });
    const [pid] = children().filter((child) => !before.includes(child));
    process.kill(pid!, "SIGINT");
    await setTimeout(100);
    const [logits] = await scorer.score([scorer.prepare("k", someTexts(1)[0]!)]);
    expect(logits).toHaveLength(1);
    expect(isAlive(pid!)).toBe(true);
    await scorer.close();
    expect(isAlive(pid!)).toBe(false);
  });
});
