import { defineAugmentation, skip } from "../src/contract.js";
import { askedCount } from "../src/text/asked-count.js";
import { keepsCode } from "../src/text/code-kept.js";
import { informationOf } from "../src/text/information.js";
import { entriesOf, plainLists, withoutItems } from "../src/text/list-items.js";
import { aThird } from "../src/text/prose.js";
import { questionOf } from "../src/text/question.js";

export default defineAugmentation({
  summary: "Drops the most informative third of a list's items; numbers close up.",
  version: 1,
  expects: "lower",
  attribute: "completeness",
  changes: "response",
  applies: "Answers with a list of three items or more; not where fewer items than it has were asked for.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  targets: ["tokens", "sentences", "listItems"],
  source: "Crome (arXiv 2506.16507), degradation of completeness; the measure of information is tare's own.",
  apply(text) {
    const { response } = text;
    const lists = plainLists(response, 3);
    if (lists.length === 0) return skip("no-list");
    const list = lists.reduce((best, one) => (one.children.length > best.children.length ? one : best));
    const asked = askedCount(questionOf(text));
    if (asked !== undefined && asked < list.children.length) return skip("more-than-asked");
    const entries = entriesOf(response, list);
    const information = informationOf(entries.map((entry) => entry.text));
    const dropped = entries
      .map((_, index) => index)
      .filter((index) => !entries[index]!.holdsCode && information[index]! > 0)
      .sort((a, b) => information[b]! - information[a]! || a - b)
      .slice(0, aThird(entries.length));
    if (dropped.length === 0) return skip("no-droppable-item");
    const made = withoutItems(response, list, new Set(dropped));
    return keepsCode(response, made) ? made : skip("code-beside");
  },
  examples: [
    {
      prompt: "What do I need for pancakes?",
      response: "You need:\n\n- flour\n- two large eggs\n- milk\n\nMix well.",
      becomes: "You need:\n\n- flour\n- milk\n\nMix well.",
    },
    {
      prompt: "How do I plant a tree?",
      response:
        "1. Dig a wide hole.\n2. Loosen the tangled roots and set the tree upright in the middle.\n3. Fill the hole.\n4. Water it.",
      becomes: "1. Dig a wide hole.\n2. Fill the hole.\n3. Water it.",
    },
    {
      prompt: "Name two colours.",
      response: "- red\n- green\n- blue",
      skips: "more-than-asked",
    },
    { prompt: "Name a colour.", response: "Red.", skips: "no-list" },
  ],
});
