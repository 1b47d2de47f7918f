import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ORACLE_STEPS, type OracleStep } from "../../contract.js";
import { TareError } from "../../errors.js";
import { whyUnread } from "../../file-reasons.js";
import { digestOf } from "../../keys.js";
import { packagePath } from "../../paths.js";
import type { StoredTemplate } from "../../store/oracle/templates.js";
import { REWRITES, TRANSLATION } from "../rewrites.js";
import type { AnswerOf } from "../steps.js";
import { compilePart, type Fill, variablesOf } from "./check-variables.js";
import { examplesIn } from "./copied-example.js";
import { promptError, splitPrompt } from "./prompt-source.js";

/** One step's prompt file, ready to be filled. */
export interface Prompt extends StoredTemplate {
  readonly temperature: number;
  /** Most tokens of an answer, and how many more for each character of the answer that is worked on. */
  readonly maxTokens: number;
  readonly maxTokensPerCharacter: number;
  /** How to rewrite, by the name of the rewriting; empty but for the step rewrite. */
  readonly to: Readonly<Record<string, string>>;
  /** The answers that it shows as examples of their form. */
  readonly examples: readonly AnswerOf<OracleStep>[];
  readonly system: Fill;
  readonly user: Fill;
}

export type Prompts = Readonly<Record<OracleStep, Prompt>>;

const REWRITE_NAMES = [...Object.keys(REWRITES), ...Object.values(TRANSLATION)];

/** The prompt files of the package. */
export const shippedPrompts = (): string => packagePath("rubrics", "oracle");

/** Reads the prompt files of a folder, one a step. Throws TARE_ORACLE_PROMPT with file and line. */
export function readPrompts(folder: string): Prompts {
  const files = listFiles(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
  const stray = files.find((name) => !(ORACLE_STEPS as readonly string[]).includes(basename(name, ".md")));
  if (stray !== undefined)
    throw new TareError("TARE_ORACLE_PROMPT", `there is no step "${basename(stray, ".md")}"`, {
      where: join(folder, stray),
      fix: `Prompt files are named after their steps: ${ORACLE_STEPS.join(", ")}.`,
    });
  const missing = ORACLE_STEPS.find((step) => !files.includes(`${step}.md`));
  if (missing !== undefined)
    throw new TareError("TARE_ORACLE_PROMPT", `${missing}.md is missing`, {
      where: folder,
      fix: `Copy all of ${shippedPrompts()} and edit the copies.`,
    });
  const read = ORACLE_STEPS.map((step) => [step, readPrompt(join(folder, `${step}.md`), step)]);
  return Object.fromEntries(read) as Prompts;
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new TareError("TARE_ORACLE_PROMPT", `the folder cannot be read: ${whyUnread(error)}`, {
      where: folder,
      cause: error,
      fix: "Give a folder with a prompt file for each step.",
    });
  }
}

/** One prompt file. Throws TARE_ORACLE_PROMPT with the line. */
export function readPrompt(file: string, step: OracleStep): Prompt {
  const source = readText(file);
  const parts = splitPrompt(source, file);
  if (parts.step !== step)
    throw promptError(file, 2, `it says step ${parts.step}`, `Write step: ${step}, or rename the file.`);
  const variables = variablesOf(step);
  return {
    digest: digestOf(source),
    ...{ step, source, version: parts.version, temperature: parts.temperature },
    maxTokens: parts.max_tokens,
    maxTokensPerCharacter: parts.max_tokens_per_character,
    examples: examplesIn(step, source),
    to: readRewrites(parts.to, step, file, source),
    system: compilePart("system", parts.system, variables.system, file),
    user: compilePart("user", parts.user, variables.user, file),
  };
}

/** The same file saved on another system is the same file: line ends are \n, a byte order mark is dropped. */
function readText(file: string): string {
  try {
    return readFileSync(file, "utf8")
      .replace(/^\uFEFF/, "")
      .replaceAll(/\r\n?/g, "\n");
  } catch (error) {
    throw new TareError("TARE_ORACLE_PROMPT", whyUnread(error), { where: file, cause: error });
  }
}

function readRewrites(
  to: Readonly<Record<string, string>> | undefined,
  step: OracleStep,
  file: string,
  source: string,
): Readonly<Record<string, string>> {
  const wanted = step === "rewrite" ? REWRITE_NAMES : [];
  const given = Object.keys(to ?? {});
  const stray = given.find((name) => !wanted.includes(name));
  const missing = wanted.find((name) => !given.includes(name));
  const fix =
    wanted.length === 0 ? "Only rewrite.md has `to`." : `\`to\` has one line each for ${wanted.join(", ")}.`;
  const line = source.split("\n").findIndex((one) => one.startsWith("to:")) + 1 || 1;
  if (stray !== undefined) throw promptError(file, line, `\`to\` has "${stray}"`, fix);
  if (missing !== undefined) throw promptError(file, line, `\`to\` lacks "${missing}"`, fix);
  return to ?? {};
}
