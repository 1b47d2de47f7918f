import { z } from "zod";
import { sentence } from "../rubric/sections.js";

const waiver = z
  .strictObject({
    claim: sentence.meta({ description: "The claim, as reports name it: attribute/metric." }),
    scorer: z
      .string()
      .regex(/^[0-9a-f]{12,32}$/, "not the key of a scorer: give its first 12 hex digits or more")
      .meta({ description: "Key of the scorer it is given to (12 hex digits or more); no other is waived." }),
    reason: sentence.meta({ description: "Why the claim may stay broken so long." }),
    owner: sentence.meta({ description: "Who answers for it." }),
    expires: z.iso.date().meta({ description: "The last day on which it holds, YYYY-MM-DD (UTC)." }),
  })
  .meta({
    description: "A claim of one scorer that blocks no launch for a while. It is judged, counted and shown.",
  });

/** The shape of a waivers file. */
export const waiversDocument = z.strictObject({
  $schema: z.string().optional(),
  waivers: z.array(waiver),
});

/** JSON Schema (2020-12) of a waivers file, for editors; see schemas/waivers.schema.json. */
export function waiversJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(waiversDocument, { io: "input" });
  return { title: "tare waivers", ...(JSON.parse(JSON.stringify(schema)) as Record<string, unknown>) };
}
