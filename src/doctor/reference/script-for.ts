import type { Text } from "../../contract.js";
import { TareError } from "../../errors.js";
import type { Around } from "../../stages/around.js";
import { drawItems } from "../draw-items.js";
import { type Question, withScorer } from "../examine.js";
import { SAMPLES } from "../sample-texts.js";
import { referenceScript } from "./script.js";

/** The program for a model, with texts of the data or the built-in ones. Errors: those of data and model; TARE_USAGE. */
export async function scriptFor(question: Question, around: Around): Promise<string> {
  const drawn = question.data === undefined ? undefined : await drawItems(question.data, around);
  const texts = drawn?.items.flatMap(({ prompt, responses }) =>
    responses.map(({ text }): Text => ({ messages: prompt, response: text })),
  );
  return withScorer(question, async ({ identity, describe }) => {
    if (describe === undefined)
      throw new TareError("TARE_USAGE", "only a model folder has a reference in PyTorch", {
        where: question.model,
      });
    return referenceScript(identity, describe(), texts ?? SAMPLES);
  });
}
