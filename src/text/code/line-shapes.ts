/** Surface signs of a line of program text; all take the trimmed line. */

/** A line that hardly stands in prose: it may begin a stretch of code. */
const STARTS =
  /^(?:#include\s?[<"]|#!\/|#\[|@\w+(?:\(.*\))?$|using namespace |package [a-z]\w*;?$|import (?:\(|"|[\w.{*].*(?:;|from ['"]))|use [\w:]+::.*;|(?:pub(?:\(\w+\))? )?(?:fn|impl|mod|struct|enum|trait)\b.*[{(;]|func[ (].*|(?:async )?def \w+\(.*|class \w+.*[{:]$|type \w+ (?:struct|interface) ?\{|(?:export |default |async )*function\b.*\{?|(?:const|let|var) [\w{[].*[=;{(]|(?:public|private|protected|static|final|template|typedef)\b.*[{;(>]|[\w:<>,*&\s[\]]+ [*&]?\w+\([^.]*\) ?(?:const ?)?\{$|\w+(?:, ?\w+)* := .*|if __name__ ==.*)/u;

export function startsCode(line: string): boolean {
  return STARTS.test(line);
}

export function isComment(line: string): boolean {
  return /^(?:\/\/|\/\*|\*(?:\s|\/|$)|#(?!#)(?:\s|$))/u.test(line);
}

/** `f(x);  // twice` without its last part. */
export function withoutLastComment(line: string): string {
  return line.replace(/\s+(?:#|\/\/)\s.*$/u, "");
}

/** A list marker with text, a heading or a quote of markdown. */
export function isMarkup(line: string): boolean {
  return /^(?:[-*+•]\s+\S|\d{1,3}[.)]\s+\S|#{2,6}\s|>\s|\*\*|\|.*\|$)/u.test(line);
}

/** Running text: words without the punctuation of code, as sentences and captions are. */
export function isProse(whole: string): boolean {
  if (isMarkup(whole)) return true;
  const line = withoutLastComment(whole);
  const words = line.match(/(?<![\w.([{"'`])[A-Za-z][a-z']*(?=[\s,.:;!?)]|$)/gu)?.length ?? 0;
  if (/^\p{Lu}[\p{L}' -]+:$/u.test(line) && !/^(?:Ok|Err|Some|None)\b/u.test(line)) return true;
  return (
    words >= 4 &&
    /^["'(`*]?\p{Lu}/u.test(line) &&
    !/[;{}]$|^(?:[A-Z_]+\s*=|return\b)|\breturn [\w(]+;|=>|\(\) \{/u.test(line) &&
    words * 2 >= line.split(/\s+/u).length
  );
}

/** Anything that only code is likely to hold: brackets, operators, an assignment, a semicolon at the end. */
export function hasCodePunctuation(line: string): boolean {
  return /[;{}()[\]]|[=!<>+*/%&|-]=|\s[=<>+*/%]\s|->|=>|:=|:$|,$|^\.\w+|^(?:pass|break|continue|return|else|try|do|default)\b/u.test(
    line,
  );
}

const STRINGS_AND_COMMENTS =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/.*$|\/\*.*?\*\/|(?<=^|\s)#(?!\[|include|define|if|endif).*$/gu;

/** Brackets that the line opens and does not close (negative: closes and did not open), outside of strings and comments. */
export function bracketBalance(line: string): number {
  let balance = 0;
  for (const [bracket] of line.replace(STRINGS_AND_COMMENTS, "").matchAll(/[()[\]{}]/gu))
    balance += "([{".includes(bracket) ? 1 : -1;
  return balance;
}
