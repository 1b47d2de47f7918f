/** Control characters but line breaks and tabs; line and paragraph separators; what turns the direction of text around. */
const STEERING = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Texts of data and names in files may hold escape sequences, and marks that show text in another order than it is in: those
 * are shown as `\x1b` or `\u202e`, not obeyed.
 */
export function harmless(text: string): string {
  return text.replace(STEERING, (sign) => {
    const code = sign.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, "0")}`;
  });
}
