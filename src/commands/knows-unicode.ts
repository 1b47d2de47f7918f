type Environment = Readonly<Record<string, string | undefined>>;

/** Terminals whose font or code page lacks block and line drawing. */
const POOR_TERMINALS = /^(dumb|linux|cons25|vt\d+.*)$/;

/**
 * Whether what is written may hold more than ASCII. The locale's word counts (LC_ALL, then LC_CTYPE, then LANG: a charset
 * other than UTF-8, or C or POSIX, says no); where none is set, nobody chose, and a terminal today reads UTF-8. On a
 * terminal TERM has a say too, and on Windows only terminals known to draw it are trusted.
 */
export function knowsUnicode(env: Environment, isTerminal: boolean, platform: string): boolean {
  if (isTerminal && POOR_TERMINALS.test(env.TERM ?? "")) return false;
  if (platform === "win32")
    return !isTerminal || Boolean(env.WT_SESSION || env.TERM_PROGRAM || env.ConEmuTask || env.TERM);
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => value !== undefined && value !== "");
  return locale === undefined || /utf-?8/i.test(locale);
}
