import { DEVICES, type Device, defineOracle, type OracleOptions } from "../../contract.js";
import { TareError } from "../../errors.js";
import { openLanguageModel } from "../local/open.js";

function deviceOf(asked: string | undefined): Device {
  const found = DEVICES.find((device) => device === (asked ?? "auto"));
  if (found !== undefined) return found;
  throw new TareError("TARE_USAGE", `there is no device "${asked}"; there are ${DEVICES.join(", ")}`);
}

/** A reward model's options have the short names. */
function withItsOptions(error: unknown): unknown {
  if (!(error instanceof TareError)) return error;
  const { code, message, where, fix } = error;
  const renamed = (text: string): string => text.replace(/--(device|dtype)\b/g, "--oracle-$1");
  return new TareError(code, renamed(message), { where, fix: renamed(fix), cause: error });
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
    "A special token that is quoted in a message is read as ordinary characters: it ends no turn.",
  ],
  open: async (spec: string, options: OracleOptions) => {
    try {
      return await openLanguageModel(spec, { ...options, device: deviceOf(options.device) });
    } catch (error) {
      throw withItsOptions(error);
    }
  },
});
