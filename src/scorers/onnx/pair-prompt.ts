import type { Message } from "../../contract.js";
import { TareError } from "../../errors.js";

/** How the turns of a prompt become a pair's first segment. */
export type PairPrompt = "blank-line" | "roles";

/** Reads `pair_prompt` of tare.json, which a pair model that was trained with role names carries beside its config. */
export function readPairPrompt(settings: Readonly<Record<string, unknown>>, where: string): PairPrompt {
  const { pair_prompt: asked = "blank-line", ...unknown } = settings;
  const stray = Object.keys(unknown)[0];
  if (stray === undefined && (asked === "blank-line" || asked === "roles")) return asked;
  const what =
    stray === undefined ? `pair_prompt is ${JSON.stringify(asked)}` : `there is no setting "${stray}"`;
  throw new TareError("TARE_MODEL_CONFIG", what, {
    where,
    fix: 'Write {"pair_prompt": "blank-line"} or {"pair_prompt": "roles"}, or drop the file.',
  });
}

/**
 * One turn stands as it is. Several are joined by a blank line: their contents alone, or each after its role
 * ("User: …", "Assistant: …").
 */
export function joinPrompt(messages: readonly Message[], how: PairPrompt): string {
  const turns =
    how === "blank-line" || messages.length === 1
      ? messages.map(({ content }) => content)
      : messages.map(({ role, content }) => `${role.charAt(0).toUpperCase()}${role.slice(1)}: ${content}`);
  return turns.join("\n\n");
}
