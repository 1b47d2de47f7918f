import { z } from "zod";
import { word, words } from "./claim.js";
import { run } from "./run.js";

/** What `--report json` writes; the published JSON Schema is made of it. */
export const reportDocument = z.object({
  schema: z.literal("tare-report"),
  version: z.literal(1).meta({
    description: "Raised whenever a field changes its name or meaning, or goes. New fields may come without.",
  }),
  verdict: word.nullable().meta({ description: "The worst of all runs; null where there is none." }),
  runs: z.array(run).meta({ description: "One a model." }),
  failure: z
    .object({ code: words, message: words, where: words, fix: words })
    .optional()
    .meta({ description: "What stopped the command before its verdict." }),
});

/** JSON Schema (2020-12) of a zod object, for others' programs: as tare may add fields, so must they allow for more. */
export function jsonSchemaOf(title: string, document: z.ZodType): Record<string, unknown> {
  const schema = z.toJSONSchema(document, { io: "input", reused: "ref" });
  return { title, ...(JSON.parse(JSON.stringify(schema)) as Record<string, unknown>) };
}

/** See schemas/report.schema.json. */
export function reportJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf("tare report", reportDocument);
}
