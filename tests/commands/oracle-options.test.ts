import { describe, expect, it } from "vitest";
import { requireOracleHeard } from "../../src/commands/oracle-options.js";

describe("an option of an oracle", () => {
  it.each([
    [{ oracle: "http://127.0.0.1:8000", "oracle-model": "m" }],
    [{ oracle: "replay:runs.db", "oracle-model": "m" }],
    [{ oracle: "http://127.0.0.1:8000", "verifier-model": "m" }],
    [{ oracle: "scripted:good", verifier: "replay:runs.db", "verifier-model": "m" }],
    [{ oracle: "scripted:good", verifier: "https://127.0.0.1", "oracle-price": "1/2" }],
  ])("is heard: %j", (given) => {
    expect(requireOracleHeard(given)).toBe(true);
  });

  it.each([
    [
      { oracle: "scripted:good", "oracle-model": "m" },
      "--oracle-model does nothing with the oracle scripted:good",
    ],
    [{ oracle: "local:lm", "verifier-model": "m" }, "--verifier-model does nothing"],
    [
      { oracle: "http://127.0.0.1", verifier: "scripted:good", "verifier-model": "m" },
      "--verifier-model does nothing with the verifier scripted:good",
    ],
    [{ "oracle-budget": "5calls" }, "--oracle-budget does nothing without --oracle"],
  ])("that nobody hears is refused: %j", (given, words) => {
    expect(() => requireOracleHeard(given)).toThrow(words);
  });

  it("is refused without what an address may hold in secret", () => {
    const given = { oracle: "https://me:pass@host:8000/v1?key=hush", "oracle-device": "cuda" };
    expect(() => requireOracleHeard(given)).toThrow(/with the oracle https:\/\/host:8000: leave it out$/);
    const broken = { oracle: "http://me:pass@", "oracle-device": "cuda" };
    expect(() => requireOracleHeard(broken)).toThrow(/with the oracle http:\/\/…: leave it out$/);
  });
});
