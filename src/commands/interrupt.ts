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

/** For work that keeps nothing: Ctrl-C leaves at once, by way of what is to be cleared away when the process exits. */
export function leaveWhenInterrupted(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
}
