/** Texts of data and names in files may hold escape sequences: those are shown, not obeyed. Line breaks and tabs stay. */
export function harmless(text: string): string {
  return text.replace(
    /[^\P{Cc}\n\t]/gu,
    (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}
