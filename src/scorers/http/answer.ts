import { z } from "zod";

/** JSON has no NaN: Python's json writes it bare, others write null. Both become NaN, which the scoring stage tells of. */
export function parseAnswer(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    const mended = body.replace(/([[,:]\s*)-?(?:NaN|Infinity|inf|nan)(?=\s*[\],}])/g, "$1null");
    if (mended === body) throw error;
    return JSON.parse(mended);
  }
}

const logit = z
  .custom<number | null>((value) => typeof value === "number" || value === null, "a number is wanted")
  .transform((value) => value ?? Number.NaN);

/** The raw scores of one text, one a head. */
export const logits = z.array(logit).min(1);

/** The same where a single score may stand without its list. */
export const oneOrMore = z.union([logit.transform((value) => [value]), logits]);

/** What the answer holds by this schema. Throws a plain Error that names the first field that is wrong. */
export function shaped<T>(schema: z.ZodType<T>, answer: unknown): T {
  const { success, data, error } = schema.safeParse(answer);
  if (success) return data;
  const [issue] = error.issues;
  const path = issue!.path.join(".");
  throw new Error(`${path === "" ? "the answer" : `its field ${path}`} is wrong (${issue!.message})`);
}

/** Throws a plain Error unless there is a row for each text sent. */
export function requireCount<T>(rows: readonly T[], sent: number): readonly T[] {
  if (rows.length === sent) return rows;
  throw new Error(`${sent} texts were sent and ${rows.length} scores came back`);
}

/** Rows by their `index`, where the server gives it; it need not answer in order. */
export function inOrder<T extends { readonly index?: number | undefined }>(rows: readonly T[]): readonly T[] {
  if (rows.every(({ index }) => index === undefined)) return rows;
  const sorted = [...rows].sort((a, b) => (a.index ?? -1) - (b.index ?? -1));
  if (sorted.every(({ index }, at) => index === at)) return sorted;
  const found = rows.map(({ index }) => index ?? "none").join(", ");
  throw new Error(`the indices of its rows are ${found}`);
}
