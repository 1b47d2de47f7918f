/** A process with an onnxruntime session and nothing else: the floor under which no scorer on this machine can go. */
import { InferenceSession, Tensor } from "onnxruntime-node";

process.once("message", async ({ graph, device, threads, spin, batches }) => {
  const session = await InferenceSession.create(graph, {
    executionProviders: [device],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 4,
    // As tare sets it (src/scorers/onnx/child.ts), or else the floor is another session's.
    ...(spin ? {} : { extra: { "session.intra_op.allow_spinning": "0" } }),
  });
  const feeds = ({ rows, length, arrays }) =>
    Object.fromEntries(
      session.inputNames.map((name) => [name, new Tensor("int64", arrays[name], [rows, length])]),
    );
  await session.run(feeds(batches[0])); // as tare scores one probe at load
  const begun = performance.now();
  for (const batch of batches) await session.run(feeds(batch));
  process.send({ wall: performance.now() - begun });
  process.disconnect();
});
