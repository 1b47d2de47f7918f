import { TareError } from "../../errors.js";
import { fromFailed } from "../../store/ask/sql-errors.js";
import { startTied } from "../../store/ask/tied-process.js";
import { childFile } from "./child-file.js";
import type { DrawingRequest, Drawn } from "./request.js";

/** Draws a report in a process of its own, which ends with it or with this one. Throws what drawing throws, and TARE_BUG. */
export async function drawApart(request: DrawingRequest): Promise<string> {
  const { child, complaint, untie } = startTied(childFile());
  try {
    const drawn = await new Promise<Drawn>((resolve, reject) => {
      const died = (how: string) =>
        reject(
          new TareError("TARE_BUG", `the process that draws reports ended (${how}) ${complaint()}`.trim()),
        );
      child.once("message", (answer) => resolve(answer as Drawn));
      child.once("error", (error) => died(error.message));
      child.once("close", (code, signal) => died(signal ?? `exit code ${code}`));
      child.send(request, () => {}); // a failed send is followed by "close"
    });
    if (drawn.type === "failed") throw fromFailed(drawn);
    return drawn.page;
  } finally {
    untie();
  }
}
