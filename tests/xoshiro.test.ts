import { expect, it } from "vitest";
import { indexStream } from "../src/random.js";
import { xoshiro128plus } from "../src/xoshiro.js";

it("gives the published numbers of its generator", () => {
  // First outputs from the state 1, 2, 3, 4, as in the test vectors of rand_xoshiro (Rust); here their upper 31 bits.
  const published = [5, 12295, 25178119, 27286542, 39879690, 1140358681, 3276312097, 4110231701, 399823256];
  const drawn = new Int32Array(published.length);
  xoshiro128plus([1, 2, 3, 4])(drawn, 2 ** 31);
  expect([...drawn]).toEqual(published.map((word) => Math.floor(word / 2)));
});

it("goes on where it stopped, and every number is as frequent", () => {
  const draw = indexStream("a");
  const counts = new Array<number>(7).fill(0);
  const drawn = new Int32Array(1000);
  for (let block = 0; block < 70; block++) {
    draw(drawn, 7);
    for (const value of drawn) counts[value]!++;
  }
  // Chi-square with 6 degrees of freedom lies below 22.46 with probability .999.
  expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(22.46);
  const [first, second] = [new Int32Array(1000), new Int32Array(1000)];
  const again = indexStream("a");
  again(first, 7);
  again(second, 7);
  expect([...second]).not.toEqual([...first]);
});
