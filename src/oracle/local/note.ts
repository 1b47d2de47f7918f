import { nameProvider } from "../../scorers/onnx/tf32.js";
import type { LanguageFolder } from "./folder.js";
import type { LoadedModel } from "./model-process.js";
import type { Turns } from "./turns.js";

/** How many of the likeliest tokens transformers.js draws among where generation_config.json does not say. */
const TOP_K = 50;

/**
 * What of a local model's answers does not follow from its files: the library that generates, the device, how it draws, and
 * where its template was worked around.
 */
export function noteOf(
  { generation }: Pick<LanguageFolder, "generation">,
  { device }: Pick<LoadedModel, "device">,
  { system }: Pick<Turns, "system">,
  version: string,
): string {
  const { top_k: topK = TOP_K, top_p: topP } = generation;
  const among = typeof topK === "number" && topK > 0 ? `the ${topK} likeliest tokens` : "all tokens";
  return [
    `transformers.js ${version} on ${nameProvider(device, process.env)}`,
    `above temperature 0 drawn by seed among ${among}`,
    ...(typeof topP === "number" && topP < 1
      ? [`top_p ${topP} of generation_config.json is not applied`]
      : []),
    ...(system ? [] : ["its chat template takes no system message: that stands before the user's"]),
  ].join("; ");
}
