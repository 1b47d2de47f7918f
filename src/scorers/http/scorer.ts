import type { Prepared, Scorer, ScorerIdentity, Text } from "../../contract.js";
import { TareError } from "../../errors.js";
import { digestOf, scorerKey } from "../../keys.js";
import { watchActivation } from "./activation.js";
import { probeOrder } from "./probe.js";
import type { Connection, Rendered, Rows } from "./protocol.js";
import type { Renderer } from "./render.js";
import type { Sender } from "./request.js";
import type { HttpSpec } from "./spec.js";

/** Words of a batch; its texts go out in requests of `batch` texts. */
const WORD_BUDGET = 4096;

/** Asks the server for the probe texts, so that a wrong address, protocol or order is told before anything is stored. */
export async function buildScorer(
  spec: HttpSpec,
  renderer: Renderer,
  connection: Connection,
  sender: Sender,
): Promise<Scorer> {
  const { name, numbers } = spec;
  const ask = async (texts: readonly Rendered[]): Promise<Rows> => {
    const requests = Array.from({ length: Math.ceil(texts.length / numbers.batch) }, (_, index) =>
      texts.slice(index * numbers.batch, (index + 1) * numbers.batch),
    );
    const answers = await Promise.all(requests.map((request) => connection.score(request)));
    const heads = answers[0]?.heads;
    return { rows: answers.flatMap(({ rows }) => rows), ...(heads === undefined ? {} : { heads }) };
  };
  const probed = await probeOrder((texts) => ask(texts.map((text) => renderer.render(text).rendered)), name);
  const heads = probed.heads ?? nameHeads(probed.rows[0]!.length);
  const requireHeads = ({ rows, heads: named = heads }: Rows): void => {
    if (rows.every(({ length }) => length === heads.length) && named.join() === heads.join()) return;
    const what = `its scores have ${heads.length} heads for one text and others for another`;
    throw new TareError("TARE_HTTP_ANSWER", what, { where: name });
  };
  const activation = watchActivation(name, spec.options.get("activated") === "ok");
  requireHeads(probed);
  activation.see(probed.rows);
  const identity = identify(spec, renderer, heads);
  return {
    key: scorerKey(identity),
    identity,
    tokenBudget: WORD_BUDGET,
    inFlight: numbers.concurrency,
    prepare: (key: string, text: Text): Prepared => {
      const { rendered, tokens } = renderer.render(text);
      return { key, text, tokens, truncated: false, input: rendered };
    },
    score: async (batch) => {
      const answer = await ask(batch.map(({ input }) => input as Rendered));
      requireHeads(answer);
      activation.see(answer.rows);
      activation.check();
      return answer.rows;
    },
    sessionMilliseconds: () => 0,
    close: async () => sender.close(),
  };
}

/** The address, the model's name and the rendering: all that is known of a server. Its weights are not. */
function identify(
  { protocol, model, name, options }: HttpSpec,
  { kind, files }: Renderer,
  heads: readonly string[],
): ScorerIdentity {
  const own = Object.keys(protocol.options).map((option) => [option, options.get(option) ?? null]);
  return {
    kind: "http",
    name,
    architecture: model ?? "unknown",
    dtype: "unknown",
    provider: "remote",
    input: kind,
    maxLength: 1e9,
    truncation: "server",
    batching: "server",
    files: { endpoint: digestOf({ name, own }), ...files },
    heads,
  };
}

function nameHeads(count: number): string[] {
  return count === 1 ? ["score"] : Array.from({ length: count }, (_, head) => String(head));
}
