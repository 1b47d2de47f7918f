import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { TareError } from "../../errors.js";
import { whyUnread } from "../../file-reasons.js";

/** What `--template` may say, for errors. */
export const TEMPLATE_CHOICES =
  "Choose with --template: FILE (a chat template in Jinja), pair (prompt and response as two segments), chat (the tokenizer's own template) or auto.";

/** What the user said of how prompt and response become one input. */
export interface TemplateChoice {
  readonly input: "auto" | "pair" | "chat";
  /** The chat template given as a file, which outranks the folder's own. */
  readonly file: { readonly path: string; readonly text: string } | undefined;
}

/** Reads `--template`. Errors: TARE_MODEL_TEMPLATE. */
export async function readTemplateChoice(asked: string | undefined, cwd: string): Promise<TemplateChoice> {
  if (asked === undefined || asked === "auto") return { input: "auto", file: undefined };
  if (asked === "pair" || asked === "chat") return { input: asked, file: undefined };
  const path = resolve(cwd, asked);
  try {
    return { input: "chat", file: { path, text: await readFile(path, "utf8") } };
  } catch (error) {
    throw new TareError("TARE_MODEL_TEMPLATE", `the template cannot be read: ${whyUnread(error)}`, {
      where: asked,
      fix: TEMPLATE_CHOICES,
      cause: error,
    });
  }
}
