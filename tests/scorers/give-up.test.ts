import { expect, test } from "vitest";
import { PACKAGE_ROOT } from "../../src/paths.js";
import { openSession } from "../../src/scorers/onnx/session.js";

const GRAPH = `${PACKAGE_ROOT}/demo/models/tare-mini-bt/onnx/model_q4.onnx`;
/** A model wants inputs: that it says so shows that it is there. */
const NO_FEEDS = { arrays: {}, rows: 0, length: 0, output: "logits" };
const load = (signal: AbortSignal) => openSession(GRAPH, { threads: 1, device: "auto", signal });

test("a load that is interrupted goes on to no other device", async () => {
  const stop = new AbortController();
  const loading = load(stop.signal);
  setTimeout(() => stop.abort(), 5);
  await expect(loading).rejects.toMatchObject({ code: "TARE_INTERRUPTED", exit: 130 });
  await expect(load(stop.signal)).rejects.toMatchObject({ code: "TARE_INTERRUPTED" });
});

test("what is loaded stays when the signal comes", async () => {
  const stop = new AbortController();
  const session = await load(stop.signal);
  try {
    stop.abort();
    await expect(session.run(NO_FEEDS, "nothing")).rejects.toMatchObject({
      code: "TARE_MODEL_RUN",
    });
  } finally {
    await session.close();
  }
});
