import { expect, test } from "vitest";
import { languageOf } from "../../src/text/language.js";

test.each([
  ["en", "The water reaches the roots early in the morning, before the sun is high, and that is enough."],
  [
    "de",
    "Gießen Sie die Tomaten früh am Morgen, damit die Blätter bis zum Abend trocken sind und nicht faulen.",
  ],
  [
    "fr",
    "Arrosez les tomates tôt le matin afin que les feuilles sèchent avant la nuit et ne pourrissent pas.",
  ],
  ["es", "Riegue los tomates por la mañana temprano para que las hojas se sequen antes de la noche."],
  ["zh", "清晨给番茄浇水，这样叶子在夜晚之前就会干。"],
  ["ja", "トマトには朝早く水をやりましょう。"],
  ["ru", "Поливайте помидоры рано утром, чтобы листья успели высохнуть до ночи и не гнили."],
  ["other", "```python\nfor i in range(3):\n    print(i)\n```"],
  ["other", "42"],
  // So few words say nothing: they count as what the operators take them for.
  ["en", "Paris."],
])("%s: %s", (language, text) => {
  expect(languageOf(text)).toBe(language);
});
