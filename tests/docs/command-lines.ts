import { fences, prose } from "./documents.js";

/**
 * Every command line of tare in a document, without `tare` itself: from fenced blocks, and from code spans in the prose.
 * Generated blocks are left out: they come from the commands.
 */
export function tareLines(document: string): string[] {
  const markdown = document.replace(/<!-- generated:[\s\S]*?<!-- \/generated -->/g, "");
  const fenced = fences(markdown, "sh", "bash", "console", "yaml").join("\n").split("\n");
  const spans = [...prose(markdown).matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!);
  return [...fenced, ...spans].flatMap((line) => {
    const found = /(?:^|\s|: )(?:npx )?tare (\S.*)$/.exec(withoutComment(line.trim()))?.[1];
    return found === undefined || /^[^a-z-]/.test(found) ? [] : [beforeRedirection(found)];
  });
}

function withoutComment(line: string): string {
  return line.replace(/\s+#\s.*$/, "").replace(/^#.*$/, "");
}

function beforeRedirection(line: string): string {
  return line.replace(/\s(?:>>?|\||&&|;)\s.*$/, "").trim();
}
