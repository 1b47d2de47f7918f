export interface Preference {
  readonly prompt: string;
  readonly chosen: string;
  readonly rejected: string;
}

const THINGS = ["bridge", "tower", "canal", "railway", "library", "harbour", "market", "tunnel", "museum"];
const PLACES = ["Arlen", "Bexhill", "Corvo", "Dunmore", "Elgin", "Farrow", "Galway", "Hexham"];
const MAKERS = ["two brothers", "the city council", "a group of engineers", "the local guild"];

/**
 * Preferences in plain English with numbers, several sentences and, in every third, a list: all operators find something.
 * The same index always gives the same record; every prompt is another.
 */
export function preferences(count: number, from = 0): Preference[] {
  return Array.from({ length: count }, (_, offset) => preference(from + offset));
}

function preference(index: number): Preference {
  const thing = THINGS[index % THINGS.length]!;
  const place = PLACES[(index * 3) % PLACES.length]!;
  const maker = MAKERS[(index * 5) % MAKERS.length]!;
  const year = 1700 + ((index * 37) % 290);
  const cost = 20 + ((index * 13) % 700);
  const subject = `the ${thing} number ${index + 1} of ${place}`;
  const facts = [
    `${capital(subject)} was opened in ${year} by ${maker}.`,
    `It cost about ${cost} thousand pounds, and it is still used every day.`,
    `Most visitors arrive in the summer and stay for ${2 + (index % 6)} hours.`,
    `The best view is from the ${index % 2 === 0 ? "northern" : "southern"} side, where the old wall stands.`,
  ];
  const listed = `${facts[0]}\n\n${facts
    .slice(1)
    .map((fact) => `- ${fact}`)
    .join("\n")}`;
  const vague = [
    `${capital(subject)} is quite old and many people like it.`,
    "It was not cheap to build.",
    `You can visit it if you have ${1 + (index % 4)} hours.`,
  ];
  return {
    prompt: `Tell me about ${subject}: when was it opened and what did it cost?`,
    chosen: index % 3 === 0 ? listed : facts.join(" "),
    rejected: index % 2 === 0 ? vague.join(" ") : vague.slice(0, 2).join(" "),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

/** Deterministic shuffle by a linear congruential generator (Numerical Recipes' constants). */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed >>> 0;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = draw(i + 1);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
