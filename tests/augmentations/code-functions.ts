import { runInNewContext } from "node:vm";
import type { AugmentationContext } from "../../src/contract.js";
import { stream } from "../../src/random.js";

/** A JavaScript function and calls that between them reach every part of it. */
export interface RunnableFunction {
  readonly name: string;
  readonly code: string;
  readonly calls: readonly string[];
}

export const FUNCTIONS: readonly RunnableFunction[] = [
  {
    name: "evens",
    code: "function evens(numbers) {\n    // keep the even ones\n    const result = [];\n    for (let i = 0; i < numbers.length; i++) {\n        if (numbers[i] % 2 === 0) {\n            result.push(numbers[i]);\n        }\n    }\n\n    return result;\n}",
    calls: ["evens([1, 2, 3, 4, 6])", "evens([2])", "evens([])", "evens([0, 7, 8, 9])", "evens([5, 3])"],
  },
  {
    name: "isPalindrome",
    code: "function isPalindrome(text) {\n    const clean = text.toLowerCase();\n    let left = 0;\n    let right = clean.length - 1;\n    while (left < right) {\n        if (clean[left] !== clean[right]) {\n            return false;\n        }\n        left++;\n        right--;\n    }\n\n    return true;\n}",
    calls: [
      'isPalindrome("abba")',
      'isPalindrome("Aba")',
      'isPalindrome("abc")',
      'isPalindrome("")',
      'isPalindrome("xabcy")',
      'isPalindrome("ab")',
      'isPalindrome("abcda")',
      'isPalindrome("Abxa")',
    ],
  },
  {
    name: "largestGap",
    code: "const largestGap = (values) => {\n  const sorted = values.slice().sort((a, b) => a - b);\n  let best = 0;\n  for (let i = 1; i < sorted.length; i++) {\n    const gap = sorted[i] - sorted[i - 1];\n    if (gap > best) {\n      best = gap;\n    }\n  }\n\n  return best;\n};",
    calls: [
      "largestGap([3, 9, 1])",
      "largestGap([5, 5])",
      "largestGap([10, 2, 4, 5])",
      "largestGap([1, 30, 31, 33])",
      "largestGap([8, 1, 2])",
      "largestGap([])",
    ],
  },
  {
    name: "countWords",
    code: 'function countWords(text, shortest) {\n  const counts = {};\n  for (const word of text.split(" ")) {\n    if (word.length >= shortest && word !== "the") {\n      counts[word] = (counts[word] || 0) + 1;\n    }\n  }\n  return JSON.stringify(counts);\n}\n\nconsole.log(countWords("a bb", 1 + 1));',
    calls: [
      'countWords("a bb bb ccc the", 2)',
      'countWords("aa aa aa", 2)',
      'countWords("x y", 3)',
      'countWords("the dog", 1)',
      'countWords("abc de", 3)',
    ],
  },
  {
    name: "digitSum",
    code: "function digitSum(n) {\n    let total = 0;\n    let rest = Math.abs(n);\n    while (rest > 0) {\n        total += rest % 10;\n        rest = Math.floor(rest / 10);\n    }\n\n    return total;\n}",
    calls: ["digitSum(0)", "digitSum(7)", "digitSum(123)", "digitSum(-45)", "digitSum(9999)"],
  },
];

/** Rounds of all loops together after which one is taken to have no end. */
const ROUNDS = 2_000;

/** What the calls give, in one line; an error by its kind. Loops are counted, not timed, so that a slow machine changes nothing. */
export function runs(code: string, { calls }: RunnableFunction): string {
  const counted = code.replace(/((?:for|while) \([^{]*\) \{)/gu, "$1 tick();");
  return calls
    .map((call) => {
      let rounds = 0;
      const tick = () => {
        if (++rounds > ROUNDS) throw new RangeError("no end");
      };
      try {
        const result: unknown = runInNewContext(`${counted}\n;${call}`, { console: { log: () => {} }, tick });
        return JSON.stringify(result) ?? "undefined";
      } catch (error) {
        return `${(error as Error).name} ${(error as Error).message}`;
      }
    })
    .join(" ");
}

export function contextOf(key: string): AugmentationContext {
  return { random: stream("code", key), corpus: { donor: () => undefined }, dose: undefined };
}
