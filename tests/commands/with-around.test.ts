import { expect, it, vi } from "vitest";
import { withAround, withAroundAnew } from "../../src/commands/with-around.js";
import { stopIfAborted } from "../../src/stages/around.js";

it.each([
  [withAround, /scored is being written/, /goes on where it stopped/],
  [withAroundAnew, /^\nstopping \(again/, /begins anew/],
] as const)("Ctrl-C says what becomes of the work: %o", async (around, said, fix) => {
  const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const stopped = around(true, async ({ signal }) => {
    process.emit("SIGINT");
    await stopIfAborted(signal, "working");
  });
  await expect(stopped).rejects.toMatchObject({ code: "TARE_INTERRUPTED", fix: expect.stringMatching(fix) });
  const lines = stderr.mock.calls.map(([line]) => line);
  stderr.mockRestore();
  expect(lines).toEqual([expect.stringMatching(said)]);
});
