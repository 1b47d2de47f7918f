import type { Scorer } from "../contract.js";

export interface OpenedAhead {
  /** The scorer, or what kept it from opening. */
  take(): Promise<Scorer>;
  /** Closes it if nobody took it. */
  drop(): Promise<void>;
}

/** Begins to open a scorer while something else is done first: its session loads in a process of its own. */
export function openAhead(open: () => Promise<Scorer>): OpenedAhead {
  let taken = false;
  const opening = open();
  // Whoever takes it hears of its failure, however late that is.
  opening.catch(() => {});
  return {
    take: () => {
      taken = true;
      return opening;
    },
    drop: async () => {
      if (taken) return;
      const scorer = await opening.catch(() => undefined);
      await scorer?.close();
    },
  };
}
