import { expect, it } from "vitest";
import { keepPages } from "../../src/viewer/kept-pages.js";

const soon = (ms: number) => new Promise((done) => setTimeout(done, ms));

it("a page is made once, and again after others were asked for", async () => {
  const keep = keepPages(2);
  let made = 0;
  const ask = (key: string) => keep(key, async () => `${key}${made++}`);
  expect(await Promise.all([ask("a"), ask("a"), ask("b")])).toEqual(["a0", "a0", "b1"]);
  expect([await ask("a"), await ask("c"), await ask("a"), await ask("b")]).toEqual(["a0", "c2", "a0", "b3"]);
});

it("who asks again after a failure is told of it, and a little later the work is begun anew", async () => {
  const keep = keepPages(2, 200);
  let begun = 0;
  const ask = () =>
    keep("a", async () => {
      begun++;
      await soon(20);
      if (begun === 1) throw new Error("it cannot be drawn");
      return "drawn";
    });
  await expect(ask()).rejects.toThrow("it cannot be drawn");
  await soon(50);
  await expect(ask()).rejects.toThrow("it cannot be drawn");
  expect(begun).toBe(1);
  await soon(300);
  expect(await ask()).toBe("drawn");
});
