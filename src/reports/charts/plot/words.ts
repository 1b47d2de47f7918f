import { type Layer, LETTERS } from "./plot.js";

/** Text where it is told to stand. */
export interface Word {
  readonly text: string;
  /** In the plot's own pixels, from its upper left corner; y is the middle of the line. */
  readonly x: number;
  readonly y: number;
  readonly align?: "left" | "center" | "right";
  /** A custom property of the page. */
  readonly colour?: string;
  readonly bold?: boolean;
  readonly size?: number;
}

/** One layer a look, since every layer costs time. */
export function wordLayers(words: readonly Word[]): Layer[] {
  const looks = new Map<string, Word[]>();
  for (const word of words.filter(({ text }) => text !== "")) {
    const look = [word.align ?? "left", word.bold ? "bold" : "normal", word.size ?? LETTERS].join(" ");
    looks.set(look, [...(looks.get(look) ?? []), word]);
  }
  return [...looks.values()].map((group): Layer => {
    const { align = "left", bold = false, size = LETTERS } = group[0]!;
    const pixels = { type: "quantitative", scale: null, axis: null } as const;
    return {
      data: {
        values: group.map(({ text, x, y, colour = "ink" }) => ({ text, x, y, colour: `var(--${colour})` })),
      },
      mark: { type: "text", align, fontSize: size, fontWeight: bold ? "bold" : "normal" },
      encoding: {
        x: { field: "x", ...pixels },
        y: { field: "y", ...pixels },
        text: { field: "text", type: "nominal" },
        color: { field: "colour", type: "nominal", scale: null },
      },
    };
  });
}
