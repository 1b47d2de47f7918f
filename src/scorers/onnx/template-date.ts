/**
 * `strftime_now` of chat templates, at a fixed time: with the clock's, a text would score otherwise tomorrow, and
 * stored scores would be wrong. The date is the one that Llama 3's templates write where they know no other.
 */
const FIXED = { Y: "2024", y: "24", m: "07", B: "July", b: "Jul", d: "26", e: "26", j: "208" } as const;
const WEEKDAY = { A: "Friday", a: "Fri", H: "00", I: "12", M: "00", S: "00", p: "AM" } as const;
const PARTS: Readonly<Record<string, string>> = { ...FIXED, ...WEEKDAY, "%": "%" };

/** The fixed date in a format of C's strftime; a letter that is not known stays as it is. */
export function fixedDate(format: string): string {
  return format.replace(/%-?([A-Za-z%])/g, (whole, letter: string) => PARTS[letter] ?? whole);
}

export function asksTheDate(template: string): boolean {
  return template.includes("strftime_now");
}
