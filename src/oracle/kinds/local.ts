import { DEVICES, type Device, defineOracle, type Oracle, type OracleOptions } from "../../contract.js";
import { TareError } from "../../errors.js";
import { openLanguageModel } from "../local/open.js";

function deviceOf(asked: string | undefined): Device {
  const found = DEVICES.find((device) => device === (asked ?? "auto"));
  if (found !== undefined) return found;
  throw new TareError("TARE_USAGE", `there is no device "${asked}"; there are ${DEVICES.join(", ")}`);
}

export default defineOracle({
  summary: "A language model in ONNX, run on this machine.",
  usage:
    "local:DIR, local:DIR#DTYPE or local:FILE.onnx (a folder with config.json, tokenizer.json and onnx/model.onnx)",
  details: [
    "Written by transformers.js in a process of its own, from the folder alone: nothing is ever fetched.",
    "The graph must have a cache (Optimum's task text-generation-with-past), the tokenizer a chat template.",
    "Temperature 0 takes the likeliest token; above it tokens are drawn by seed among the top_k of generation_config.json (else 50). Its top_p is not applied.",
    "One question at a time. A question that fills the model's window is refused and counted, never cut; an answer that fills it is one that was cut.",
    "Ids that stand for the template's own marks are never made of what stands in a message.",
  ],
  open: async (spec: string, options: OracleOptions): Promise<Oracle> =>
    openLanguageModel(spec, { ...options, device: deviceOf(options.device) }),
});
