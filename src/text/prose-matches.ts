import { type Block, type BlockKind, blocks } from "./blocks.js";
import { untouchable } from "./protected-spans.js";
import { remember } from "./remember.js";
import { mask, type Span } from "./span.js";

export interface ProseMatch extends Span {
  readonly match: RegExpMatchArray;
  readonly block: Block;
  /** The whole block with code, math, addresses and reasoning blanked out, and the match's place in it. */
  readonly prose: string;
  readonly at: number;
}

const blanked = remember((text): string => mask(text, untouchable(text), "\u0000"));

/** Every match of a global pattern in the prose, block by block: code, math, addresses and reasoning read as NUL. */
export function proseMatches(
  text: string,
  pattern: RegExp,
  takes: (kind: BlockKind) => boolean = () => true,
): ProseMatch[] {
  return blocks(text).flatMap((block) => {
    if (!takes(block.kind)) return [];
    const prose = blanked(text).slice(block.start, block.end);
    return [...prose.matchAll(pattern)].map((match) => {
      const start = block.start + match.index;
      return { start, end: start + match[0].length, match, block, prose, at: match.index };
    });
  });
}
