import { z } from "zod";
import { oneOrMore, requireCount, shaped } from "../answer.js";
import { defineProtocol, textsOf } from "../protocol.js";

const tensor = z.object({
  name: z.string(),
  datatype: z.string(),
  shape: z.array(z.union([z.number(), z.string()])),
});
const metadata = z.object({ inputs: z.array(tensor).min(1) });
const answer = z.object({
  outputs: z.array(z.object({ name: z.string(), data: z.array(oneOrMore) })).min(1),
});

type Input = z.infer<typeof tensor>;

/** The one BYTES input, or the one the user named. */
function chooseInput(inputs: readonly Input[], asked: string | undefined): Input {
  const strings = inputs.filter(({ name, datatype }) => datatype === "BYTES" && (asked ?? name) === name);
  if (strings.length === 1 && (inputs.length === 1 || asked !== undefined)) return strings[0]!;
  const found = inputs.map(({ name, datatype }) => `${name} (${datatype})`).join(", ");
  throw new Error(`the model wants ${found}: one BYTES input is what can be filled (input=NAME chooses)`);
}

/** Flat data of [texts, heads], or nested lists, cut into a row a text. */
function rowsOf(data: readonly (readonly number[])[], sent: number): readonly (readonly number[])[] {
  const heads = data.length / sent;
  if (!Number.isInteger(heads) || heads < 1) return requireCount(data, sent);
  return Array.from({ length: sent }, (_, row) => data.slice(row * heads, (row + 1) * heads).flat());
}

export default defineProtocol({
  summary: "KServe, Triton and others, Open Inference Protocol v2: a BYTES tensor in, one output tensor back",
  needsModel: true,
  renderings: ["template", "plain", "response"],
  options: { input: "name of the BYTES input", output: "name of the output; the first if left out" },
  connect: async ({ model, options, send }) => {
    const path = `/v2/models/${encodeURIComponent(model ?? "")}`;
    const input = await send(path, undefined, (found) =>
      chooseInput(shaped(metadata, found).inputs, options.get("input")),
    );
    const named = options.get("output");
    return {
      score: (batch) => {
        const shape = input.shape.length > 1 ? [batch.length, 1] : [batch.length];
        const inputs = [{ name: input.name, datatype: "BYTES", shape, data: textsOf(batch) }];
        const outputs = named === undefined ? {} : { outputs: [{ name: named }] };
        return send(`${path}/infer`, { inputs, ...outputs }, (found) => {
          const all = shaped(answer, found).outputs;
          const output = all.find(({ name }) => name === (named ?? name));
          if (output === undefined) throw new Error(`it has no output ${named}`);
          return { rows: rowsOf(output.data, batch.length) };
        });
      },
    };
  },
});
