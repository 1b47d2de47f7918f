import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { ORACLE_STEPS, type OracleStep } from "../../contract.js";
import { TareError } from "../../errors.js";

/** A part of a prompt file as it is written, with the line it begins on. */
export interface PromptPart {
  readonly source: string;
  readonly line: number;
}

/** A prompt file, read but not yet held against what its step has. */
export interface PromptSource {
  readonly step: OracleStep;
  readonly version: number;
  readonly temperature: number;
  readonly max_tokens: number;
  readonly max_tokens_per_character: number;
  readonly to: Readonly<Record<string, string>> | undefined;
  readonly system: PromptPart;
  readonly user: PromptPart;
}

const step = z.enum(ORACLE_STEPS, `must be one of ${ORACLE_STEPS.join(", ")}`);
const head = z.strictObject({
  step,
  version: z.number("must be a whole number").int("must be a whole number").min(1, "must be 1 or more"),
  temperature: z.number("must be a number").min(0, "must be 0 or more").max(2, "must be 2 or less"),
  max_tokens: z.number("must be a whole number").int("must be a whole number").min(1, "must be 1 or more"),
  max_tokens_per_character: z.number("must be a number").min(0, "must be 0 or more").max(10).default(0),
  to: z.record(z.string(), z.string("must be a sentence").trim().min(1, "must be a sentence")).optional(),
});

/** How a prompt file is refused: what is wrong on which of its lines. */
export function promptError(file: string, line: number, what: string, fix?: string): TareError {
  return new TareError("TARE_ORACLE_PROMPT", what, {
    where: `${file}:${line}`,
    ...(fix === undefined ? {} : { fix }),
  });
}

/**
 * Takes a prompt file apart: YAML front matter between two lines `---`, then the parts `## system` and `## user`. Line ends
 * are \n. Throws TARE_ORACLE_PROMPT with the line.
 */
export function splitPrompt(text: string, file: string): PromptSource {
  const lines = text.split("\n");
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0)
    throw promptError(
      file,
      1,
      "the front matter is missing",
      "Begin the file with a line ---, then step, version, temperature and max_tokens, then another line ---.",
    );
  const fields = readHead(lines.slice(1, end).join("\n"), file);
  const starts = lines.flatMap((line, at) => {
    const part = at > end ? /^##\s+(system|user)\s*$/.exec(line)?.[1] : undefined;
    return part === undefined ? [] : [{ part, at }];
  });
  const stray = lines.findIndex(
    (line, at) => at > end && at < (starts[0]?.at ?? Infinity) && line.trim() !== "",
  );
  if (stray >= 0)
    throw promptError(file, stray + 1, "this stands in no part", "Put it below ## system or ## user.");
  const part = (name: string): PromptPart => {
    const [found, twice] = starts.filter((one) => one.part === name);
    if (found === undefined)
      throw promptError(
        file,
        lines.length,
        `the part ## ${name} is missing`,
        `Add a line ## ${name} and what it says.`,
      );
    if (twice !== undefined)
      throw promptError(file, twice.at + 1, `the part ## ${name} is there twice`, "Keep one of them.");
    const next = starts.find(({ at }) => at > found.at)?.at ?? lines.length;
    const source = lines.slice(found.at + 1, next).join("\n");
    if (source.trim() === "")
      throw promptError(file, found.at + 1, `the part ## ${name} is empty`, "Say there what is asked for.");
    return { source, line: found.at + 2 };
  };
  return { ...fields, to: fields.to, system: part("system"), user: part("user") };
}

function readHead(yaml: string, file: string) {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, strict: true, uniqueKeys: true });
  const [error] = document.errors;
  const lineAt = (offset: number | undefined) =>
    (offset === undefined ? 1 : counter.linePos(offset).line) + 1;
  if (error !== undefined)
    throw promptError(
      file,
      lineAt(error.pos[0]),
      `the front matter is no YAML: ${error.message.split("\n")[0]}`,
    );
  const read = head.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (read.success) return read.data;
  const { path, message, code, ...issue } = read.error.issues[0]!;
  const at = code === "unrecognized_keys" ? (issue as { keys?: string[] }).keys?.slice(0, 1) : path;
  const node = document.getIn((at ?? []) as string[], true) as { range?: [number] } | undefined;
  const what =
    code === "unrecognized_keys"
      ? `the field "${at?.join(".")}" is unknown`
      : `${path.length === 0 ? "the front matter" : path.join(".")}: ${message}`;
  throw promptError(
    file,
    lineAt(node?.range?.[0]),
    what,
    "It has step, version, temperature, max_tokens, max_tokens_per_character, and in rewrite.md to.",
  );
}
