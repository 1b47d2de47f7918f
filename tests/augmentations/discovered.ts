import { readdirSync } from "node:fs";
import type { Augmentation, AugmentationContext, ResponseAugmentation, Text } from "../../src/contract.js";
import { packagePath } from "../../src/paths.js";
import { stream } from "../../src/random.js";

const files = readdirSync(packagePath("augmentations")).filter((file) => /^[a-z\d-]+\.ts$/u.test(file));

/** Every operator of the folder, found by scanning it. */
export const AUGMENTATIONS: readonly Augmentation[] = await Promise.all(
  files.sort().map(async (file) => {
    const name = file.replace(/\.ts$/u, "");
    const { default: spec } = await import(`../../augmentations/${name}.ts`);
    return { ...spec, name } as Augmentation;
  }),
);

export const RESPONSE_AUGMENTATIONS = AUGMENTATIONS.filter(
  (one): one is ResponseAugmentation & { name: string } => one.changes === "response",
);

export function named(name: string): ResponseAugmentation & { name: string } {
  const found = RESPONSE_AUGMENTATIONS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no response augmentation ${name}`);
  return found;
}

export function dosesOf({ doses }: Augmentation): readonly (number | undefined)[] {
  return doses ?? [undefined];
}

export const DONOR: Text = {
  messages: [{ role: "user", content: "How are volcanoes formed?" }],
  response:
    "Volcanoes form where molten rock rises through the crust of the planet. The pressure of dissolved gas drives the eruption. Cold lava builds up the mountain over many thousands of years.",
};

/** One that has code to give. */
export const CODE_DONOR: Text = {
  messages: [{ role: "user", content: "Which of these numbers are even?" }],
  response:
    "Keep those that two divides:\n\n```python\ndef evens(xs):\n    return [x for x in xs if x % 2 == 0]\n```",
};

export function contextFor(
  key: string,
  dose: number | undefined,
  donor: Text | undefined = DONOR,
): AugmentationContext {
  return { random: stream("contract", key), corpus: { donor: () => donor }, dose };
}

export function textOf(response: string, prompt = "Tell me about it."): Text {
  return deepFreeze({ messages: [{ role: "user", content: prompt }], response });
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const field of Object.values(value)) deepFreeze(field);
    Object.freeze(value);
  }
  return value;
}
