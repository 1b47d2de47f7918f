import { harmless } from "../reports/layout/harmless.js";

export { harmless };

const COLOUR = /(\u001b\[[\d;]*m)/;

/** Harmless but for colours: the last word on what goes to a terminal, whoever wrote it. They can be faked, nothing else. */
export function tamed(text: string): string {
  // The odd parts are what the expression takes in brackets.
  return text
    .split(COLOUR)
    .map((part, index) => (index % 2 === 1 ? part : harmless(part)))
    .join("");
}
