import type { ModelDescription, ScorerIdentity, Text } from "../../contract.js";
import { SAMPLE } from "../sample-texts.js";

/**
 * A Python program that prints reference logits of `texts` as JSON: PyTorch, float32, eager attention, one text at a time,
 * with the template or the pair and the special tokens that were found here.
 */
export function referenceScript(
  { input, maxLength }: ScorerIdentity,
  model: ModelDescription,
  texts: readonly Text[],
): string {
  const prompts = texts.map((text, index) => {
    const messages = [...text.messages, { role: "assistant", content: text.response }];
    // The pair's first segment as it is joined here: a model trained with role names has them in it.
    const pair = input === "pair" ? model.read(text).pair : null;
    return `    ${JSON.stringify({ id: String(index + 1), messages, ...(pair === null ? {} : { pair }) })},`;
  });
  const { doubled } = model.read(SAMPLE);
  return [
    "# Writes reference logits for `tare doctor MODEL --reference reference.json`:",
    "#   python reference.py PYTORCH_MODEL > reference.json",
    "# PYTORCH_MODEL is the folder or name of the model before its export. Wants torch and transformers.",
    "import json",
    "import sys",
    "",
    "import torch",
    "from transformers import AutoModelForSequenceClassification, AutoTokenizer",
    "",
    `MAX_LENGTH = ${maxLength}`,
    ...(input === "pair"
      ? []
      : [`DOUBLED = ${doubled}  # special tokens that template and tokenizer both write`]),
    "TEXTS = [",
    ...prompts,
    "]",
    "",
    "name = sys.argv[1]",
    "tokenizer = AutoTokenizer.from_pretrained(name)",
    'model = AutoModelForSequenceClassification.from_pretrained(name, attn_implementation="eager")',
    "model = model.float().eval()",
    "",
    "",
    ...(input === "pair" ? ENCODE_PAIR : ENCODE_CHAT),
    "",
    "",
    "cases = []",
    "for text in TEXTS:",
    "    inputs = encode(text)",
    "    tensors = {key: torch.tensor([value]) for key, value in inputs.items()}",
    "    with torch.no_grad():",
    "        logits = model(**tensors).logits[0].tolist()",
    '    cases.append({"id": text["id"], "messages": text["messages"], "logits": logits, **inputs})',
    `print(json.dumps({"max_length": MAX_LENGTH, "truncation": "${input === "pair" ? "response-end" : "right"}", "cases": cases}))`,
  ].join("\n");
}

const ENCODE_PAIR = [
  "def encode(text):",
  '    first, second = text["pair"]',
  "    # An empty response is no second segment at all.",
  '    cut = {"truncation": "only_second" if second else True, "max_length": MAX_LENGTH}',
  "    return dict(tokenizer(first, second or None, **cut))",
];

const ENCODE_CHAT = [
  "def encode(text):",
  '    rendered = tokenizer.apply_chat_template(text["messages"], tokenize=False)',
  "    found = tokenizer(rendered, truncation=True, max_length=MAX_LENGTH + DOUBLED)",
  "    return {key: value[DOUBLED:] for key, value in found.items()}",
];
