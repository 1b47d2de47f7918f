import { TareError } from "../../errors.js";
import type { LanguageFolder } from "./folder.js";
import { generate } from "./generate.js";
import type { LoadedModel } from "./model-process.js";

/** What the library feeds and reads; without a cache it would go on from the last token alone. */
const CACHE = /^past_(key_values|conv|ssm|recurrent|compressor|indexer)/;

/**
 * Refuses at load what could not generate: a graph of another kind, and one that fails on two tokens.
 * Errors: TARE_MODEL_INPUTS, TARE_MODEL_OUTPUTS, TARE_MODEL_RUN.
 */
export async function checkGraph(
  { folder, ends }: LanguageFolder,
  model: LoadedModel,
  ids: readonly number[],
): Promise<void> {
  const fix = "Export it with Optimum's task text-generation-with-past.";
  const place = { where: folder.graph, fix };
  if (!model.inputs.some((name) => CACHE.test(name)))
    throw new TareError(
      "TARE_MODEL_INPUTS",
      `the graph takes no past_key_values, only ${model.inputs.join(", ")}: it cannot go on writing`,
      place,
    );
  if (!model.outputs.includes("logits"))
    throw new TareError(
      "TARE_MODEL_OUTPUTS",
      `the graph has no output called logits, only ${model.outputs.slice(0, 4).join(", ")}`,
      place,
    );
  const request = { ids, maxTokens: 2, temperature: 0, seed: 0, ends };
  const never = new AbortController().signal;
  await generate(model, request, { signal: never, timeout: undefined, path: folder.graph }).catch(
    (error: TareError) => {
      if (error.code !== "TARE_ORACLE_ANSWER") throw error;
      throw new TareError("TARE_MODEL_RUN", error.message, { ...place, cause: error });
    },
  );
}
