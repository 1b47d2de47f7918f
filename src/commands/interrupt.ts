import { printNote } from "./terminal.js";

/** A signal that aborts on the first Ctrl-C (`kept`: what is under way is written) and leaves at once on the second. */
export function untilInterrupted(kept: boolean): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130);
    printNote(`\nstopping${kept ? ": what has been scored is being written" : ""} (again to leave at once)`);
    controller.abort();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return {
    signal: controller.signal,
    release() {
      process.off("SIGINT", onSignal);
      process.off("SIGTERM", onSignal);
    },
  };
}
