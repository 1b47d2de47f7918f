import { resolve } from "node:path";
import type { DraftedRubric } from "../oracle/attributes/drafted.js";
import type { OracleAsked } from "../oracle/open-oracles.js";
import { openStore, usingStore } from "../store/open.js";
import type { Around } from "./around.js";
import type { DraftJob } from "./ask-and-draft.js";
import { gatherItems } from "./gather.js";
import { openReading, type ReadingAsked } from "./open-reading.js";
import { requireFiles } from "./require-files.js";
import { sayGathered } from "./say-gathered.js";

export interface AttributesOptions extends ReadingAsked, OracleAsked, Omit<DraftJob, "files" | "items"> {
  readonly oracle: string;
  readonly data: readonly string[];
  readonly database: string;
  readonly limit: number | undefined;
  readonly maxWords?: number | undefined;
}

/**
 * Reads data and drafts a rubric of what an oracle finds to make answers to their prompts good. Throws what askAndDraft,
 * openOracles and reading data throw.
 */
export async function draftAttributes(options: AttributesOptions, around: Around): Promise<DraftedRubric> {
  requireFiles(options.data, around.cwd);
  // A client of servers, templates, schemas: only where an oracle is asked.
  const { openOracles } = await import("../oracle/open-oracles.js");
  const { askAndDraft } = await import("./ask-and-draft.js");
  const reading = await openReading(options, around.cwd);
  return usingStore(openStore(resolve(around.cwd, options.database)), async (store) => {
    const open = await openOracles(options.oracle, options, around);
    try {
      const { limit, maxWords, seed, data: files } = options;
      const asked = { ...around, ...reading, limit, maxWords, seed, files };
      const data = await gatherItems(store, asked, around.progress);
      sayGathered(data, around.progress);
      return await askAndDraft(store, open, { ...options, files, items: data.items }, around);
    } finally {
      await open.close();
    }
  });
}
