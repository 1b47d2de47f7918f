import { defineAugmentation } from "../src/contract.js";
import { remark } from "../src/text/remark.js";
import { below } from "../src/text/standing-beside.js";

export default defineAugmentation({
  summary: "Ends by naming popular concepts without need.",
  version: 1,
  expects: "not-higher",
  attribute: "keywords",
  changes: "response",
  applies: "English answers.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers", "names"],
  source: "Concepts as spurious features (Zhou et al. 2023, arXiv 2311.08648); list written for tare.",
  apply: remark(below, ["concepts", "mention"]),
  examples: [
    {
      prompt: "Why do leaves turn yellow?",
      response:
        "The tree takes the green out of its leaves in autumn, and the yellow that was there all along shows.",
      becomes:
        "The tree takes the green out of its leaves in autumn, and the yellow that was there all along shows.\n\nSeen in the light of resilience, this becomes even more timely.",
    },
    { response: "Bladeren worden geel omdat de boom het groen eruit haalt.", skips: "not-english" },
    {
      prompt: "Suggest a gift for a runner.",
      response: "A light for dark mornings, or a pair of warm gloves.",
      becomes:
        "A light for dark mornings, or a pair of warm gloves.\n\nArtificial intelligence has its place here, as does emotional intelligence.",
    },
  ],
});
