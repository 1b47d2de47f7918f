import { defineOracle, type Oracle, type OracleOptions } from "../../contract.js";
import { TareError } from "../../errors.js";
import { readAddress } from "../openai/address.js";
import { readKey } from "../openai/key.js";

const TIMEOUT_S = 120;
/** Node's fetch waits no longer for the head of an answer (undici, headersTimeout). */
const LONGEST_TIMEOUT_S = 300;
const RETRIES = 6;

async function open(spec: string, options: OracleOptions): Promise<Oracle> {
  const address = readAddress(spec);
  const { timeout = TIMEOUT_S, retries = RETRIES } = options;
  if (timeout > LONGEST_TIMEOUT_S)
    throw new TareError("TARE_ORACLE_SPEC", `a served model is waited for at most ${LONGEST_TIMEOUT_S} s`, {
      where: address.shown,
      fix: `Give an --oracle-timeout of ${LONGEST_TIMEOUT_S} or less; a slow server is helped by --oracle-concurrency 1.`,
    });
  const key = readKey(options);
  const { connect } = await import("../openai/connection.js");
  const { describeFailures } = await import("../openai/failures.js");
  const { onlyModel } = await import("../openai/models.js");
  const { servedOracle } = await import("../openai/oracle.js");
  const { unreachedOracle } = await import("../openai/unreached.js");
  const whereOf = (model: string) => `${address.shown} (${model})`;
  const connecting = (where: string) => connect({ address, key, timeout, retries, where });

  const serve = async (model: string): Promise<Oracle> => {
    const where = whereOf(model);
    const failures = describeFailures(where, key, address.query);
    return servedOracle({
      ...{ model, address: address.shown, where, failures, options },
      connection: await connecting(where),
    });
  };
  if (options.model) return serve(options.model);
  const lister = await connecting(address.shown);
  try {
    const failures = describeFailures(address.shown, key, address.query);
    return await serve(await onlyModel(lister, failures, address.shown));
  } catch (error) {
    return unreachedOracle(error, address, options);
  } finally {
    lister.close();
  }
}

export default defineOracle({
  summary: "A served language model: vLLM, llama.cpp, Ollama, or any other OpenAI-compatible server.",
  usage: "http(s)://HOST[:PORT][/PATH], as in http://127.0.0.1:8000; the model's name with --oracle-model",
  details: [
    "/v1 is added to an address without a path; any other path is taken as it stands.",
    "The model may be left unnamed where the server lists exactly one.",
    "The key is that of TARE_ORACLE_KEY, a verifier's that of TARE_VERIFIER_KEY; no other variable is read for one.",
    "It is sent to this address alone, stored and shown nowhere. Redirects are not followed.",
    "Asked with a JSON schema, temperature and seed; what a server does not take is left out, and told of once.",
    "429, 5xx and lost connections are asked again six times, after growing waits or as long as the server says.",
  ],
  open,
});
