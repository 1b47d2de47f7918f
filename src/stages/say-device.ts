import type { Progress, Scorer } from "../contract.js";

/** Where `auto` runs a model, and why not elsewhere. */
export function sayDevice({ identity, deviceReport }: Scorer, progress: Progress): void {
  if (deviceReport?.asked !== "auto") return;
  const { obtained, failed } = deviceReport;
  const tried = failed.map(({ device, reason }) => `${device} cannot be had: ${reason}`);
  const without = tried.length === 0 ? "" : ` (${tried.join("; ")})`;
  progress.say(`${identity.name} runs on ${obtained}${without}`);
}
