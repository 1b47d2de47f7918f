import fc from "fast-check";
import type { ItemDraft, ItemResponse, Message } from "../../../src/contract.js";

/** A text that says something, of any characters that a file can hold. */
export const text = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      "42",
      '{"a": 1}',
      '["a", "b", "c"]',
      'say "yes", or\r\nno;\tperhaps',
      "\n\n line",
      "=1+1",
      "null",
    ),
  )
  .filter((each) => each.trim() !== "" && !/(Human|Assistant|User|extra_id)/.test(each));

export const label = fc.constantFrom("", "chat", "code, hard", 'a "quoted" part');
export const user = (content: string): Message => ({ role: "user", content });

/** A conversation that ends with the user's turn. */
export const conversation = fc
  .tuple(fc.array(fc.tuple(text, text), { maxLength: 2 }), text)
  .map(([turns, last]): Message[] => [
    ...turns.flatMap(([asked, said]) => [user(asked), { role: "assistant", content: said }]),
    user(last),
  ]);

export const question = text.map((content) => [user(content)]);

/** Two texts that are not the same. */
export const answers = fc.uniqueArray(text, { minLength: 2, maxLength: 2 }) as fc.Arbitrary<[string, string]>;

export function ranked(
  prompt: fc.Arbitrary<Message[]>,
  subset: fc.Arbitrary<string> = fc.constant(""),
): fc.Arbitrary<ItemDraft> {
  return fc
    .tuple(prompt, answers, subset)
    .map(([messages, [chosen, rejected], part]) => draft(messages, part, { chosen, rejected }));
}

/** The same, of which some are ties. */
export function rankedOrTied(
  prompt: fc.Arbitrary<Message[]>,
  subset: fc.Arbitrary<string> = fc.constant(""),
): fc.Arbitrary<ItemDraft> {
  const tied = fc.tuple(prompt, answers, subset).map(
    ([messages, both, part]): ItemDraft => ({
      prompt: messages,
      responses: both.map((each): ItemResponse => ({ role: "response", text: each, style: "" })),
      subset: part,
    }),
  );
  return fc.oneof(ranked(prompt, subset), tied);
}

function draft(
  prompt: Message[],
  subset: string,
  { chosen, rejected }: { chosen: string; rejected: string },
): ItemDraft {
  return {
    prompt,
    responses: [
      { role: "chosen", text: chosen, style: "" },
      { role: "rejected", text: rejected, style: "" },
    ],
    subset,
  };
}

/** The texts of a draft in order, and whether they are a tie. */
export function textsOf({ responses }: ItemDraft): { texts: string[]; tied: boolean } {
  return { texts: responses.map((each) => each.text), tied: responses[0]!.role === "response" };
}

export function lastContent({ prompt }: ItemDraft): string {
  return prompt.at(-1)!.content;
}
