import type { TensorDescription, Token } from "../../contract.js";

/** White space made visible, so that a text stays one line. */
export function visible(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
}

/** A token as it stands in the vocabulary, or its id where it has none. */
export function tokenWords({ id, piece }: Token): string {
  return `${piece === "" ? "?" : visible(piece)} ${id}`;
}

export function tensorWords({ name, type, shape }: TensorDescription): string {
  return `${name} ${type} [${shape.join(", ")}]`;
}

export function percent(share: number): string {
  const value = 100 * share;
  return `${value.toFixed(value > 0 && value < 10 ? 1 : 0)} %`;
}

/** Six figures, without an exponent where one can do without. */
export function score(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** Two figures of a difference: 2.4e-6, 0.013, 0. */
export function small(value: number): string {
  if (value === 0 || (value >= 1e-3 && value < 1e4)) return String(Number(value.toPrecision(2)));
  return value.toExponential(1);
}
