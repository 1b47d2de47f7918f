import { defineGuard } from "../../contract.js";
import { languageOf } from "../../text/language.js";
import { remember } from "../../text/remember.js";

const language = remember(languageOf, 64);

export default defineGuard({
  name: "language-mismatch",
  summary: "An answer is in a language in which the operator is not valid, before or after the change.",
  refuses: ({ augmentation: { changes, languages }, base, variant }) => {
    if (languages === "any" || changes === "pairing") return undefined;
    for (const [which, { response }] of Object.entries({ base, variant })) {
      const found = language(response);
      if (found !== "other" && !languages.includes(found)) return `${which} is ${found}`;
    }
    return undefined;
  },
});
