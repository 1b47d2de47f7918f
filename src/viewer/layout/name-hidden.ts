/** Controls that stay unseen or turn the direction of a line. */
const HIDDEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text for a title or the name of a choice, where no mark can stand: what would stay unseen is named by its code. */
export function nameHidden(text: string): string {
  return text.replace(
    HIDDEN,
    (control) => `U+${control.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`,
  );
}
