import type { Text } from "../contract.js";

function ask(question: string, response: string): Text {
  return { messages: [{ role: "user", content: question }], response };
}

/** The text whose rendering and tokens the card shows. */
export const SAMPLE = ask("How many legs does a spider have?", "A spider has eight legs.");

/** Where there is no data: a right and a wrong answer, short and long ones, for scores to look at and for the noise floor. */
export const SAMPLES: readonly Text[] = [
  SAMPLE,
  ask("How many legs does a spider have?", "A spider has six legs."),
  ask("How many legs does a spider have?", "Eight."),
  ask("Why does bread rise?", "Yeast eats sugar and gives off gas, which the dough holds."),
  ask(
    "Why does bread rise?",
    [
      "# Why bread rises",
      "- **Yeast** eats the sugars of the flour and gives off carbon dioxide.",
      "- **Gluten**, a net of proteins, holds the bubbles.",
      "- **Heat** makes the gas expand before the crumb sets.",
    ].join("\n"),
  ),
  ask(
    "How do I sort a list of numbers in Python?",
    "Call `sorted(numbers)`, which returns a new list, or `numbers.sort()`, which sorts in place.",
  ),
  ask(
    "Plan a day in a city by the sea.",
    "Begin at the fish market, where the boats land before seven. Walk along the harbour wall to the lighthouse and climb it while the air is clear. Eat a late breakfast in the old town, then look at the shipwrights' houses and the small museum of knots. In the afternoon take the ferry to the island, swim, and come back with the last boat. In the evening the terraces above the cliff have the wind from the land and the best light.",
  ),
  ask("What is the boiling point of water at sea level?", "I do not know."),
];
