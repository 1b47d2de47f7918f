/**
 * One annotation of a GitHub Actions log, `::error title=…::message`. The runner takes a line for a command wherever it
 * stands alone in the output, so nothing of the text may end the line or a property early; escaping as the runner undoes
 * it (https://github.com/actions/toolkit, packages/core/src/command.ts).
 */
export function workflowCommand(
  level: "error" | "warning" | "notice",
  title: string,
  message: string,
): string {
  return `::${level} title=${property(title)}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
