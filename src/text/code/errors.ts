import { remember } from "../remember.js";
import { codeBlocks } from "./blocks.js";
import { parseCode } from "./parse.js";

/** Error nodes in all code of a text whose language is known: 0 where everything parses. */
export const codeErrors = remember((text): number =>
  codeBlocks(text).reduce(
    (sum, { language, code }) => (language === undefined ? sum : sum + parseCode(code, language).errors),
    0,
  ),
);
