import { describe, expect, test } from "vitest";
import { bindText } from "../../../src/store/ask/bind-text.js";
import { placeholders } from "../../../src/store/ask/placeholders.js";

describe("the parameters of SQL", () => {
  test.each([
    ["SELECT :a, @b, $c, :a", ["a", "b", "c"]],
    ["SELECT ':no', \":no\", `:no`, [:no] -- :no\n, :yes /* :no */", ["yes"]],
    ["SELECT 'it''s :no', plan ->> '$.budget' FROM runs", []],
    ["SELECT 1 /* :open", []],
  ])("%s", (sql, names) => {
    expect(placeholders(sql)).toEqual(names);
  });

  test.each([
    ["12", 12],
    ["-0.5", -0.5],
    ["0", 0],
    ["007", "007"],
    ["1e3", "1e3"],
    ["9007199254740993", "9007199254740993"],
    ["", ""],
    ["0x1f", "0x1f"],
    ["length-padding", "length-padding"],
  ])("%s is %j", (text, value) => {
    expect(bindText("SELECT :x", { x: text })).toEqual({ x: value });
  });

  test("one that is missing, and one that the SQL does not have", () => {
    const code = { code: "TARE_QUERY_PARAMETER" };
    expect(() => bindText("SELECT :run", {})).toThrow(
      expect.objectContaining({ ...code, message: "the SQL holds :run, and --param run=… is missing" }),
    );
    expect(() => bindText("SELECT :run", { rum: "1", run: "2" })).toThrow(
      expect.objectContaining({
        ...code,
        message: 'unknown parameter "rum" (did you mean run?); the SQL takes: run',
      }),
    );
  });
});
