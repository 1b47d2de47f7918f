import type { ItemResponse } from "../contract.js";
import { plain } from "./draft.js";
import { type DataRecord, fieldError, isRecord, readText, readTexts, typeName } from "./fields.js";
import { asNumber } from "./numbers.js";

/** `reward`, `rewards`, `proxy_reward`, `reward_model`, `gold_rewards`. verl's `reward_model` says how to reward: an object. */
const REWARD = /(?:^|_)rewards?(?:_|$)/u;

/**
 * The responses of a rollout, `responses` or a single `response`, with what the columns named after rewards say of each.
 * A reward that is null was not logged. Throws TARE_DATA_FIELD.
 */
export function readSampled(record: DataRecord): ItemResponse[] {
  if (isMissing(record.responses) && isMissing(record.response))
    throw fieldError("responses", "missing", 'a list of strings (or "response", a string)');
  const one = isMissing(record.responses);
  const texts = one ? [readText(record, "response")] : readTexts(record, "responses");
  const logged = Object.entries(record)
    .filter(([column, value]) => REWARD.test(column) && isLogged(value))
    .map(([column, value]) => [column, readRewards(value, column, texts.length, one)] as const);
  return texts.map((text, index) => {
    const rewards = Object.fromEntries(
      logged.flatMap(([column, values]) => (values[index] === null ? [] : [[column, values[index]!]])),
    );
    return { ...plain("response", text), ...(Object.keys(rewards).length === 0 ? {} : { rewards }) };
  });
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isLogged(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && !isRecord(value);
}

function readRewards(value: unknown, column: string, count: number, one: boolean): (number | null)[] {
  if (one && !Array.isArray(value)) return [asNumber(value, column)];
  if (!Array.isArray(value) || value.length !== count)
    throw fieldError(column, typeName(value), `a list of ${count} numbers, one a response`);
  return value.map((reward: unknown, index) =>
    reward === null ? null : asNumber(reward, `${column}[${index}]`),
  );
}
