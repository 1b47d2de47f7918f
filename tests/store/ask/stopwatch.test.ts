import { expect, test } from "vitest";
import { stopwatch } from "../../../src/store/ask/stopwatch.js";

const late = () => new Error("late");
const after = (ms: number) => new Promise<number>((done) => setTimeout(() => done(ms), ms));

test("waits add up to the limit, what passes between them does not count", async () => {
  const watch = stopwatch(200);
  expect(await watch.within(after(20), late)).toBe(20);
  await after(250);
  expect(await watch.within(after(20), late)).toBe(20);
  await expect(watch.within(after(2_000), late)).rejects.toThrow("late");
});

test("no limit is 0; one beyond what a timer takes does not end at once", async () => {
  expect(await stopwatch(0).within(after(5), late)).toBe(5);
  expect(await stopwatch(1e13).within(after(5), late)).toBe(5);
});

test("the work's own failure is told as it is", async () => {
  await expect(stopwatch(500).within(Promise.reject(new Error("of its own")), late)).rejects.toThrow(
    "of its own",
  );
});
