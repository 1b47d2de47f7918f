import { type ChatServer, completion, type Said, type Seen, serveChat } from "../oracle/openai/server.js";

/** The data of a question that stand between its markers. */
function between({ body }: Seen, name: string): string {
  const text = (body.messages as { readonly content: string }[]).map(({ content }) => content).join("\n");
  return new RegExp(`<${name}-([0-9a-f]{8})>\\n([\\s\\S]*?)\\n</${name}-\\1>`, "u").exec(text)?.[2] ?? "";
}

const WORSE = " (less)";

/**
 * A server that grades all answers strong on `completeness`, makes them worse by a mark, and sees which one bears it; every
 * answer takes `slow` milliseconds.
 */
export function serveMarker(slow: number): Promise<ChatServer> {
  return serveChat((seen): Said => {
    const [answer, a, b] = ["answer", "answer-a", "answer-b"].map((name) => between(seen, name));
    const attribute = "completeness";
    const said =
      a !== ""
        ? { readings: [{ attribute, better: a === b ? "same" : a!.endsWith(WORSE) ? "B" : "A" }] }
        : between(seen, "attributes") !== ""
          ? { grades: [{ attribute, grade: "strong", quote: answer!.slice(0, 10) }] }
          : { rewritten: `${answer}${WORSE}`, change: "less of it" };
    return { ...completion(JSON.stringify(said)), slow };
  });
}

/** How often each question was sent, whatever came of it. */
export function timesAsked({ asked }: ChatServer): readonly number[] {
  const times = new Map<string, number>();
  for (const { body } of asked()) {
    const question = JSON.stringify(body.messages);
    times.set(question, (times.get(question) ?? 0) + 1);
  }
  return [...times.values()];
}
