/**
 * Made-up preference data that read like answers of an assistant: an opening, reasons, steps or a list, numbers, a close.
 * Everything follows from the number of the item. Returns { prompt, chosen, rejected, subset }.
 */
import { stream } from "../../dist/src/random.js";

const TOPICS = [
  ["grow tomatoes on a balcony", "the plants", "water", "gardening"],
  ["repair a bicycle tyre", "the inner tube", "pressure", "repairs"],
  ["learn to read music", "the notes", "practice", "learning"],
  ["bake sourdough bread", "the dough", "time", "cooking"],
  ["save for a first house", "the deposit", "interest", "money"],
  ["sort a list in Python", "the elements", "memory", "code"],
  ["train for a half marathon", "the weekly distance", "rest", "sport"],
  ["write a cover letter", "the opening paragraph", "detail", "work"],
  ["insulate an old window", "the frame", "warm air", "repairs"],
  ["teach a child to swim", "the first lessons", "patience", "learning"],
  ["choose a used car", "the service history", "mileage", "money"],
  ["set up a home network", "the router", "bandwidth", "code"],
];
const WHO = [
  "a beginner",
  "my sister",
  "a small team",
  "an older neighbour",
  "someone with little time",
  "a student",
];
const PLACE = [
  "in Lyon",
  "in a small flat",
  "near the coast",
  "in winter",
  "on a tight budget",
  "without a garage",
  "in Ohio",
];
const OPENING = [
  "Start with {thing}, because everything else depends on it.",
  "The short answer is that {thing} needs more {stuff} than most people expect.",
  "You can do this in about {n} days if you look after {thing} from the beginning.",
  "It is easier than it looks, and {thing} will tell you when something is wrong.",
  "There are {m} things to decide before you begin.",
];
const REASON = [
  "When {stuff} runs short, {thing} suffers first, and the damage is hard to see for {n} hours.",
  "Most guides say that {n} minutes are enough; in practice it takes about {n2}.",
  "A friend of mine tried it {place} and had to begin again after {n} days.",
  "This matters because too much {stuff} is as bad as too little.",
  "You should check {thing} every morning, and write down what has changed since the day before.",
  "If the result is uneven, reduce {stuff} by {n} percent and wait before you change anything else.",
  "It does not have to be perfect, but it has to be regular.",
  "The cost is usually between {n} and {n2} dollars, depending on where you buy.",
  "Experts disagree about the order, although nobody doubts that {thing} comes first.",
  "Therefore it is better to plan two short sessions than one long one.",
  "The first attempt took {n} hours, the second only half as long.",
  "Never skip this step, even when {thing} seems fine.",
];
const STEP = [
  "Clean the surface and remove what is loose",
  "Measure twice and note the result",
  "Add {stuff} slowly, about {m} times a week",
  "Wait {n} minutes before you go on",
  "Compare {thing} with the picture in the manual",
  "Keep the receipt and the spare parts",
];
const CLOSE = [
  "With a little patience it will work.",
  "If it still fails after {m} tries, ask somebody who has done it before.",
  "That is all you need to begin.",
  "Good luck, and take your time.",
];

export function recordOf(index) {
  const random = stream("million", index);
  const topic = TOPICS[index % TOPICS.length];
  const [what, , , subset] = topic;
  const [who, place] = [random.pick(WHO), random.pick(PLACE)];
  // Every fifth item asks what the one before it asked, so that prompts are clusters.
  const asked = index % 5 === 4 ? index - 1 : index;
  const prompt = `How can ${who} ${asked === index ? what : TOPICS[asked % TOPICS.length][0]} ${place}? This is question ${asked}.`;
  const chosen = answerOf(random, topic, place, 3 + random.integer(8));
  const rejected = answerOf(random, topic, place, 2 + random.integer(6));
  return { prompt, chosen, rejected, subset };
}

function answerOf(random, [, thing, stuff], place, sentences) {
  const fill = (text) =>
    text.replace(/\{(\w+)\}/g, (_, name) => {
      if (name === "thing") return thing;
      if (name === "stuff") return stuff;
      if (name === "place") return place;
      if (name === "m") return String(2 + random.integer(4));
      return String((name === "n2" ? 40 : 5) + random.integer(35));
    });
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const say = (list) => capital(fill(random.pick(list)));
  const reasons = random.shuffle(REASON).slice(0, sentences).map(fill).map(capital);
  const cut = random.integer(reasons.length + 1);
  const paragraphs = [[say(OPENING), ...reasons.slice(0, cut)].join(" "), reasons.slice(cut).join(" ")];
  if (random.next() < 0.35) {
    const steps = random
      .shuffle(STEP)
      .slice(0, 3 + random.integer(3))
      .map(fill);
    paragraphs.push(
      steps.map((step, at) => (random.next() < 0.5 ? `${at + 1}. ${step}` : `- ${step}`)).join("\n"),
    );
  }
  paragraphs.push(say(CLOSE));
  return paragraphs.filter((part) => part !== "").join("\n\n");
}
