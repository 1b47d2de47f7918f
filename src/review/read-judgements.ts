import { z } from "zod";
import { JUDGEMENTS, type Judgement } from "../contract.js";
import { TareError } from "../errors.js";
import type { Source } from "../formats/container/bytes.js";
import { readRecords } from "../formats/container/records.js";

export interface JudgementRow {
  readonly pair: string;
  /** The seed the pair was exported with: it decides which text stood first. */
  readonly seed: number;
  readonly judgement: Judgement;
  readonly note: string;
  /** file:line, for errors. */
  readonly where: string;
}

export interface JudgementFile {
  readonly rows: readonly JudgementRow[];
  /** Exported pairs that nobody has judged yet. */
  readonly unread: number;
}

const row = z.object({
  pair: z.string().regex(/^[0-9a-f]{32}$/, "is not the key of a pair"),
  seed: z
    .number({ error: "is missing: keep the seed that --export wrote, it decides which text stood first" })
    .int(),
  judgement: z.enum(JUDGEMENTS).or(z.literal("")).nullish(),
  note: z.string().nullish(),
});

/** Rows of judgements: those of --export with `judgement` (and `note`) filled in, or only those fields. Throws TARE_REVIEW_ROW, TARE_DATA_*. */
export async function readJudgements(file: string, source: Source): Promise<JudgementFile> {
  const rows: JudgementRow[] = [];
  let unread = 0;
  for await (const record of readRecords(file, source)) {
    const { place } = record;
    const parsed = row.safeParse(record.value());
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const field = issue?.path.join(".") || "the row";
      throw new TareError("TARE_REVIEW_ROW", `${field}: ${issue?.message}`, { where: place });
    }
    const { pair, seed, judgement, note } = parsed.data;
    if (judgement === undefined || judgement === null || judgement === "") unread++;
    else rows.push({ pair, seed, judgement, note: note ?? "", where: place });
  }
  return { rows, unread };
}
