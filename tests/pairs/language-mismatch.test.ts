import { expect, it } from "vitest";
import guard from "../../src/pairs/guards/language-mismatch.js";
import { draftOf } from "./made.js";

const LIMITS = { window: 512, seen: new Set<string>() };
const ENGLISH = "The river carries sand to the sea, and the sea carries it to the shore of the island.";
const GERMAN = "Der Fluss trägt den Sand zum Meer, und das Meer trägt ihn an die Küste der kleinen Insel.";

it.each([
  [ENGLISH, `${ENGLISH} It is so.`, ["en"], undefined],
  [ENGLISH, GERMAN, ["en"], "variant is de"],
  [GERMAN, ENGLISH, ["en"], "base is de"],
  [GERMAN, `${GERMAN} Es ist so.`, ["en"], "base is de"],
  [GERMAN, `${GERMAN} Es ist so.`, ["en", "de"], undefined],
  [GERMAN, ENGLISH, "any" as const, undefined],
  ["Yes.", "No.", ["en"], undefined],
])("%# an operator is held to its languages", (base, variant, languages, expected) => {
  expect(guard.refuses(draftOf(base, variant, { languages }), LIMITS)).toBe(expected);
});
