const BLOCK = /<!-- generated:([\w-]+) -->\n([\s\S]*?)<!-- \/generated -->/g;

/**
 * The text with the content of every `<!-- generated:NAME -->` block replaced by `blocks[NAME]`.
 * Throws where the text names a block that does not exist, lacks one that does, or leaves one open.
 */
export function fillBlocks(text, blocks, file) {
  const opened = [...text.matchAll(/<!-- generated:([\w-]+) -->/g)].map((match) => match[1]);
  const closed = [...text.matchAll(BLOCK)].map((match) => match[1]);
  if (opened.length !== closed.length) throw new Error(`${file}: a generated block is not closed`);
  const stray = opened.find((name) => !(name in blocks));
  if (stray !== undefined) throw new Error(`${file}: nothing generates the block "${stray}"`);
  const missing = Object.keys(blocks).find((name) => !opened.includes(name));
  if (missing !== undefined) throw new Error(`${file}: the block "${missing}" has no place`);
  return text.replace(
    BLOCK,
    (_, name) => `<!-- generated:${name} -->\n${blocks[name].trimEnd()}\n<!-- /generated -->`,
  );
}
