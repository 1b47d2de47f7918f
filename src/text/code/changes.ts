import { type Message, type Random, type Skip, skip } from "../../contract.js";
import { applyEdits, type Edit } from "../edits.js";
import { codeBlocks, editInText } from "./blocks.js";
import { parseCode } from "./parse.js";
import { type WorkingCode, workingCode } from "./views.js";

/** One possible change: edits of a block's code that belong together. */
export type CodeChange = readonly Edit[];

/** Candidates that may be tried before the text is given up. */
const ATTEMPTS = 6;

/**
 * Makes one of the changes that `find` offers for a text's code, drawn at random, such that the code still
 * parses. `find` sees each block; it may return better changes in an earlier list: the first list
 * that is not empty in any block is drawn from, and the later ones only if none of those parses. Skips
 * with no-code, code-unknown (no block in a known language that parses) or `reason`.
 */
export function changeCode(
  { messages, response }: { readonly messages: readonly Message[]; readonly response: string },
  random: Random,
  find: (code: WorkingCode) => readonly (readonly CodeChange[])[],
  reason: string,
): string | Skip {
  if (codeBlocks(response).length === 0) return skip("no-code");
  const blocks = workingCode(response, messages);
  if (blocks.length === 0) return skip("code-unknown");
  const offers = blocks.map((one) => ({ one, ranks: find(one) }));
  const depth = Math.max(...offers.map(({ ranks }) => ranks.length));
  const inOrder = Array.from({ length: depth }, (_, rank) =>
    random.shuffle(
      offers.flatMap(({ one, ranks }) => (ranks[rank] ?? []).map((change) => ({ one, change }))),
    ),
  ).flat();
  for (const { one, change } of inOrder.slice(0, ATTEMPTS)) {
    const code = applyEdits(one.code, change);
    if (code === one.code || parseCode(code, one.language).errors > 0) continue;
    const changed = applyEdits(
      response,
      change.map((edit) => editInText(response, one.block, edit)),
    );
    if (changed !== response) return changed;
  }
  return skip(reason);
}
