type Json = Readonly<Record<string, unknown>>;

/**
 * Chinese characters beyond U+FFFF, as the normalizer of BERT counts them (tokenizers, normalizers/bert.rs,
 * is_chinese_char; it leaves out U+2B820 to U+2B91F).
 */
const ASTRAL_CHINESE =
  "[\\x{20000}-\\x{2A6DF}\\x{2A700}-\\x{2B81F}\\x{2B920}-\\x{2CEAF}\\x{2F800}-\\x{2FA1F}]";

/** How byte-level BPE splits a text into words (tokenizers, pre_tokenizers/byte_level.rs). */
const BYTE_LEVEL_WORDS = "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

/**
 * A tokenizer.json that makes of this runtime's tokenizer what the file makes of Python's, for the steps where the two
 * are known to differ. Every change says in the file's own terms what Python does anyway:
 *
 * - Metaspace with `split` splits before every mark (here it does not, so a Unigram model adds up the scores of a whole
 *   line, and splits of equal score turn on rounding);
 * - ByteLevel takes Unicode white space for spaces between words (here U+FEFF too);
 * - Strip removes Unicode white space (here U+FEFF too);
 * - lower-casing takes no notice of a word's end (here a final Σ becomes ς);
 * - BERT's normalizer sets a Chinese character apart beyond U+FFFF too.
 */
export function mendTokenizer(file: Json): Json {
  return {
    ...file,
    normalizer: mendNormalizer(file.normalizer),
    pre_tokenizer: mendPreTokenizer(file.pre_tokenizer),
  };
}

function mendNormalizer(part: unknown): unknown {
  if (!isPart(part)) return part;
  switch (part.type) {
    case "Sequence":
      return { ...part, normalizers: mendAll(part.normalizers, mendNormalizer) };
    case "Strip":
      return sequence("normalizers", [
        ...(part.strip_left === true ? [replace("\\A\\s+", "")] : []),
        ...(part.strip_right === true ? [replace("\\s+\\z", "")] : []),
      ]);
    case "Lowercase":
      return sequence("normalizers", [replace("Σ", "σ"), part]);
    case "BertNormalizer":
      return sequence("normalizers", [
        ...(part.handle_chinese_chars === true ? [replace(ASTRAL_CHINESE, " $& ")] : []),
        ...(part.lowercase === true ? [replace("Σ", "σ")] : []),
        part,
      ]);
    default:
      return part;
  }
}

function mendPreTokenizer(part: unknown): unknown {
  if (!isPart(part)) return part;
  if (part.type === "Sequence")
    return { ...part, pretokenizers: mendAll(part.pretokenizers, mendPreTokenizer) };
  // With a prefix space, which goes before the split, there is no saying it in the file's terms.
  if (part.type === "ByteLevel" && part.use_regex !== false && part.add_prefix_space === false)
    return sequence("pretokenizers", [split(BYTE_LEVEL_WORDS), { ...part, use_regex: false }]);
  if (part.type !== "Metaspace" || part.split === false) return part;
  const mark = `\\x{${String(part.replacement ?? "▁")
    .codePointAt(0)!
    .toString(16)}}`;
  return sequence("pretokenizers", [part, split(`${mark}[^${mark}]*`)]);
}

/** The type of every part, sequences unfolded. */
export function partTypes(parts: readonly unknown[]): readonly string[] {
  return parts
    .filter(isPart)
    .flatMap((part) => [part.type, ...partTypes([part.normalizers, part.pretokenizers].flat())]);
}

function mendAll(parts: unknown, mend: (part: unknown) => unknown): unknown {
  return Array.isArray(parts) ? parts.map(mend) : parts;
}

function sequence(field: string, parts: readonly unknown[]): Json {
  return { type: "Sequence", [field]: parts };
}

function split(words: string): Json {
  return { type: "Split", pattern: { Regex: words }, behavior: "Isolated", invert: false };
}

function replace(pattern: string, content: string): Json {
  return { type: "Replace", pattern: { Regex: pattern }, content };
}

function isPart(value: unknown): value is Json & { readonly type: string } {
  return typeof value === "object" && value !== null && typeof (value as Json).type === "string";
}
