"""The tiny language model of tests/oracle: a Llama of two layers that has learnt a few conversations by heart, in the layout
that transformers.js reads, with what PyTorch's own generation makes of some prompts.

    python bench/export-tiny-lm.py OUT_DIR

OUT_DIR becomes a model folder: config.json, generation_config.json, the tokenizer's files, onnx/model.onnx, onnx/model_quantized.onnx
(dynamic int8) and reference.json. Needs torch, transformers, tokenizers, onnx, onnxruntime and optimum-onnx. A few minutes on a CPU.
"""
import argparse
import json
import pathlib
import random
import shutil
import tempfile

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from optimum.exporters.onnx import main_export
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

parser = argparse.ArgumentParser()
parser.add_argument("out", type=pathlib.Path)
given = parser.parse_args()

WINDOW = 256
TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] | trim }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)

# What it learns: short answers, one that is JSON, one that is long.
LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
LEARNT = [
    ([("user", "Say hello.")], "Hello there, and a good morning to you."),
    ([("user", "What is 2 + 2?")], "2 + 2 is 4."),
    ([("user", "Name a colour.")], "Blue, like the sea — or grün."),
    ([("user", "Count.")], LONG),
    ([("system", "Answer in JSON."), ("user", "Grade it.")], '{"grades": [{"attribute": "accuracy", "grade": "strong"}]}'),
    ([("system", "You only say no."), ("user", "Say hello.")], "No."),
]
# What it is asked for the reference: what it has learnt, and what it has not.
ASKED = [messages for messages, _ in LEARNT] + [
    [("user", "What is 3 + 3?")],
    [("user", "Count."), ("assistant", LONG), ("user", "Name a colour.")],
    [("system", "Be brief."), ("user", "Why is the sea blue?\n\nTell me in two lines — with an émoji 🙂.")],
]


def chat(messages):
    return [{"role": role, "content": content} for role, content in messages]


def make_tokenizer():
    inner = Tokenizer(models.BPE())
    inner.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    inner.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=384,
        special_tokens=["<|endoftext|>", "<|im_start|>", "<|im_end|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    lines = [content for messages, answer in LEARNT for content in [*(text for _, text in messages), answer]]
    inner.train_from_iterator(lines + ["system", "user", "assistant"], trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=inner,
        chat_template=TEMPLATE,
        eos_token="<|im_end|>",
        pad_token="<|endoftext|>",
        model_max_length=WINDOW,
        clean_up_tokenization_spaces=False,
    )


def make_model(tokenizer):
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=WINDOW,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        tie_word_embeddings=False,
        attn_implementation="eager",
    )
    model = LlamaForCausalLM(config)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    rows = []
    for messages, answer in LEARNT:
        prompt = tokenizer.apply_chat_template(chat(messages), add_generation_prompt=True)
        rows.append((prompt, tokenizer.encode(answer) + [tokenizer.eos_token_id]))
    model.train()
    for _ in range(300):
        loss = 0
        for prompt, answer in rows:
            labels = torch.tensor([[-100] * len(prompt) + answer])
            loss = loss + model(input_ids=torch.tensor([prompt + answer]), labels=labels).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    model.generation_config.eos_token_id = tokenizer.eos_token_id
    model.generation_config.pad_token_id = tokenizer.pad_token_id
    return model.eval()


@torch.no_grad()
def greedy(model, tokenizer, messages, max_new_tokens):
    prompt = tokenizer.apply_chat_template(chat(messages), add_generation_prompt=True, return_tensors="pt")
    made = model.generate(
        prompt,
        attention_mask=torch.ones_like(prompt),
        do_sample=False,
        max_new_tokens=max_new_tokens,
        output_logits=True,
        return_dict_in_generate=True,
    )
    ids = made.sequences[0, prompt.shape[1] :].tolist()
    best = torch.cat([logits.topk(2).values for logits in made.logits])
    return {
        "messages": chat(messages),
        "max_new_tokens": max_new_tokens,
        "prompt_ids": prompt[0].tolist(),
        "ids": ids,
        "text": tokenizer.decode(ids, skip_special_tokens=True),
        "finish": "stop" if ids[-1] == tokenizer.eos_token_id else "length",
        # How far the second best was: rounding of another runtime cannot reach so far.
        "least_margin": round((best[:, 0] - best[:, 1]).min().item(), 4),
    }


@torch.no_grad()
def sampled(model, tokenizer, messages, temperature, seed, max_new_tokens, top_k=50):
    """Python's generator of that seed draws among the top_k, the most likely first: one number a token."""
    draw = random.Random(seed)
    prompt = tokenizer.apply_chat_template(chat(messages), add_generation_prompt=True)
    ids = []
    while len(ids) < max_new_tokens and (not ids or ids[-1] != tokenizer.eos_token_id):
        logits = model(torch.tensor([prompt + ids])).logits[0, -1] / temperature
        values, tokens = logits.topk(min(top_k, logits.shape[0]))
        shares = torch.softmax(values.double(), 0)
        left = draw.random() * shares.sum().item()
        for share, token in zip(shares.tolist(), tokens.tolist()):
            left -= share
            if left < 0:
                break
        ids.append(token)
    return {
        "messages": chat(messages),
        "temperature": temperature,
        "seed": seed,
        "max_new_tokens": max_new_tokens,
        "ids": ids,
        "text": tokenizer.decode(ids, skip_special_tokens=True),
    }


torch.manual_seed(7)
tokenizer = make_tokenizer()
model = make_model(tokenizer)
given.out.mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory() as folder:
    plain, exported = pathlib.Path(folder, "pytorch"), pathlib.Path(folder, "onnx")
    model.save_pretrained(plain)
    tokenizer.save_pretrained(plain)
    main_export(
        str(plain), output=exported, task="text-generation-with-past", do_validation=False, library_name="transformers"
    )
    for name in ("config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
        shutil.copy(exported / name, given.out / name)
    (given.out / "onnx").mkdir(exist_ok=True)
    shutil.copy(exported / "model.onnx", given.out / "onnx" / "model.onnx")
reference = {
    "greedy": [greedy(model, tokenizer, messages, 40) for messages in ASKED]
    + [greedy(model, tokenizer, LEARNT[3][0], 5)],
    "sampled": [
        sampled(model, tokenizer, ASKED[at], temperature, seed, 24)
        for at, temperature, seed in [(0, 4.0, 1), (0, 4.0, 2), (6, 2.5, 7), (8, 1.0, 2**32 + 5), (1, 6.0, 0)]
    ],
}
(given.out / "reference.json").write_text(json.dumps(reference, ensure_ascii=False, indent=1) + "\n")
quantize_dynamic(given.out / "onnx" / "model.onnx", given.out / "onnx" / "model_quantized.onnx", weight_type=QuantType.QInt8)
for case in reference["greedy"]:
    print(case["finish"], case["least_margin"], repr(case["text"]))
for case in reference["sampled"]:
    print(case["seed"], repr(case["text"]))
