import { digestOf } from "../../keys.js";

/** The key of a call: equal questions to the same oracle have the same. */
export function callKey(asked: {
  readonly oracle: string;
  readonly template: string;
  readonly messages: unknown;
  readonly schema: unknown;
  readonly sampling: unknown;
}): string {
  const { oracle, template, messages, schema, sampling } = asked;
  return digestOf({ oracle, template, messages, schema, sampling });
}
