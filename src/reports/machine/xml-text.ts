/**
 * Characters that XML 1.0 cannot hold, not even escaped: control characters but for tab and line ends, lone surrogates,
 * U+FFFE and U+FFFF (https://www.w3.org/TR/xml/#charsets).
 */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** The text as XML can hold it. */
export function xmlText(text: string): string {
  return text.replace(NOT_XML, "");
}
