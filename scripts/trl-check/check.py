"""Holds training exports of tare against TRL itself.

python check.py TRL_EXPORT... [--crome CROME_EXPORT...]

Each file (JSONL or Parquet) is loaded with `datasets`; types of columns are those that are documented. TRL's own functions
then read it, RewardTrainer trains a tiny random model on it for two steps, and the losses that it reports are computed again
here from the rows, margins included. The ties of a TRL export in both orders are held against the tie loss of Crome.
Exit code 0: all holds (or trl is not installed, which is said); 1: something does not.
"""

import argparse
import importlib.metadata
import sys
import tempfile

try:
    import torch
    from datasets import Value, disable_progress_bars, load_dataset
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import LlamaConfig, LlamaForSequenceClassification, PreTrainedTokenizerFast
    from trl import RewardConfig, RewardTrainer
    from trl.data_utils import apply_chat_template, is_conversational
    from trl.trainer.reward_trainer import DataCollatorForPreference
    from weighted_reward_trainer import WeightedRewardTrainer
except ImportError as error:
    print(f"SKIPPED: {error} (pip install -r scripts/trl-check/requirements.txt)")
    sys.exit(0)

logsigmoid = torch.nn.functional.logsigmoid

MESSAGES = {"role": "string", "content": "string"}
ORIGIN = dict.fromkeys(["kind", "expects", "attribute", "augmentation", "item", "pair"], "string")
TRL = {
    **dict.fromkeys(["prompt", "chosen", "rejected"], MESSAGES),
    **{"margin": "float64", "weight": "float64", "tie": "bool", "base": "string", **ORIGIN},
}
CROME = {
    **{"prompt": MESSAGES, "answer_1": "string", "answer_2": "string", "label": "string"},
    **{"weight": "float64", "base": "string", **ORIGIN},
}
TEMPLATE = "{% for m in messages %}<|{{ m['role'] }}|>{{ m['content'] }}<|end|>{% endfor %}"
ROWS = 16
BATCH = 8


def load(path, columns):
    kind = "parquet" if path.endswith(".parquet") else "json"
    rows = load_dataset(kind, data_files=path, split="train", cache_dir=tempfile.mkdtemp())
    found = {name: plain(feature) for name, feature in rows.features.items()}
    assert found == columns, f"{path}: columns are {found}"
    return rows


def plain(feature):
    """`datasets` has several words for a list of records."""
    if isinstance(feature, Value):
        return feature.dtype
    inner = feature[0] if isinstance(feature, list) else feature.feature
    return {name: value.dtype for name, value in inner.items()}


def tokenizer():
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    special = ["<|end|>", "<|pad|>", "<|user|>", "<|assistant|>", "<|system|>"]
    vocabulary = {token: number for number, token in enumerate(special + alphabet)}
    bytes_only = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    bytes_only.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bytes_only.decoder = decoders.ByteLevel()
    made = PreTrainedTokenizerFast(tokenizer_object=bytes_only, eos_token="<|end|>", pad_token="<|pad|>")
    made.add_special_tokens({"additional_special_tokens": special[2:]})
    made.chat_template = TEMPLATE
    return made


def model(vocabulary, pad):
    torch.manual_seed(0)
    sizes = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2}
    config = LlamaConfig(vocab_size=vocabulary, num_labels=1, pad_token_id=pad, max_position_embeddings=8192, **sizes)
    return LlamaForSequenceClassification(config)


def reward(scorer, words, prompt, answer):
    """Of one text alone: no batch and no padding, in another way than the trainer's."""
    text = words.apply_chat_template(prompt + [{"role": "assistant", "content": answer}], tokenize=False)
    ids = words(text, return_tensors="pt", add_special_tokens=False)["input_ids"]
    with torch.no_grad():
        return scorer(input_ids=ids).logits[0, 0]


def said(messages):
    return messages[0]["content"]


def check_trl(path, words):
    rows = load(path, TRL)
    for row in rows:
        assert is_conversational(row), f"{path}: not conversational: {row['pair']}"
        assert len(row["chosen"]) == len(row["rejected"]) == 1
        assert row["tie"] == (row["kind"] == "neutral") and (not row["tie"] or row["margin"] == 0)
    applied = apply_chat_template(rows[0], words)
    assert applied["prompt"] + applied["chosen"] != applied["prompt"] + applied["rejected"]
    ties = [index for index, row in enumerate(rows) if row["tie"]][: ROWS // 2]
    causal = [index for index, row in enumerate(rows) if not row["tie"]][: ROWS - len(ties)]
    part = rows.select(sorted(ties + causal))
    scorer = model(len(words), words.pad_token_id)
    with tempfile.TemporaryDirectory() as out:
        config = configured(out)
        trainer = RewardTrainer(model=scorer, args=config, train_dataset=part, processing_class=words)
        tokens = trainer.train_dataset
        batch = DataCollatorForPreference(pad_token_id=words.pad_token_id)([tokens[n] for n in range(len(tokens))])
        assert torch.equal(batch["margin"], torch.tensor(part["margin"], dtype=torch.float))
        scorer.eval()
        theirs = trainer.compute_loss(scorer, {key: value for key, value in batch.items()}).item()
        differences = torch.stack(
            [reward(scorer, words, r["prompt"], said(r["chosen"])) - reward(scorer, words, r["prompt"], said(r["rejected"])) for r in part]
        )
        margins = torch.tensor(part["margin"], dtype=torch.float)
        ours = -logsigmoid(differences - margins).mean().item()
        without = -logsigmoid(differences).mean().item()
        assert abs(theirs - ours) < 1e-4, f"{path}: RewardTrainer's loss {theirs}, ours {ours}"
        if margins.any():
            assert abs(theirs - without) > 1e-3, f"{path}: the margin does not reach the loss"
        scorer.train()
        before = [parameter.detach().clone() for parameter in scorer.parameters()]
        trainer.train()
        moved = any(not torch.equal(a, b) for a, b in zip(before, scorer.parameters()))
        losses = [entry["loss"] for entry in trainer.state.log_history if "loss" in entry]
        assert moved and len(losses) == 2, f"{path}: nothing was learnt: {losses}"
    print(
        f"{path}: {len(rows)} rows, columns as documented; loss of {len(part)} rows {theirs:.4f} by RewardTrainer, {ours:.4f} here"
        f" ({without:.4f} without margins); two steps: {', '.join(f'{loss:.4f}' for loss in losses)}"
    )
    return rows


def check_weighted(path, rows, words):
    """The trainer beside this file, on the same rows: ties have their own loss, and rows count by their weight."""
    ties = [index for index, row in enumerate(rows) if row["tie"]][: BATCH // 2]
    causal = [index for index, row in enumerate(rows) if not row["tie"]][: BATCH // 2]
    part = rows.select(sorted(ties + causal))
    scorer = model(len(words), words.pad_token_id)
    with tempfile.TemporaryDirectory() as out:
        trainer = WeightedRewardTrainer(model=scorer, args=configured(out), train_dataset=part, processing_class=words)
        batch = trainer.data_collator([trainer.train_dataset[n] for n in range(len(part))])
        scorer.eval()
        with torch.no_grad():
            theirs = trainer.compute_loss(scorer, batch).item()
        total, weights = 0.0, 0.0
        for row in part:
            d = reward(scorer, words, row["prompt"], said(row["chosen"])) - reward(scorer, words, row["prompt"], said(row["rejected"]))
            each = -(logsigmoid(d) + logsigmoid(-d)) / 2 if row["tie"] else -logsigmoid(d - row["margin"])
            total, weights = total + row["weight"] * each.item(), weights + row["weight"]
        assert abs(theirs - total / weights) < 1e-4, f"{path}: WeightedRewardTrainer's loss {theirs}, ours {total / weights}"
        scorer.train()
        trainer.train()
    print(f"{path}: loss of {len(part)} rows, weighed, ties by their own loss: {theirs:.4f} by WeightedRewardTrainer, {total / weights:.4f} here")


def configured(out):
    return RewardConfig(
        **{"output_dir": out, "max_steps": 2, "per_device_train_batch_size": BATCH, "logging_steps": 1},
        **{"report_to": "none", "use_cpu": True, "max_length": None, "learning_rate": 1e-3, "bf16": False},
        **{"gradient_checkpointing": False, "save_strategy": "no", "disable_tqdm": True},
    )


def check_crome(path, words):
    rows = load(path, CROME)
    for row in rows:
        assert row["label"] in (["tie"] if row["kind"] == "neutral" else ["1", "2"]), row["label"]
        assert is_conversational({"prompt": row["prompt"]})
    firsts = sum(row["label"] == "1" for row in rows) / max(1, sum(row["label"] != "tie" for row in rows))
    scorer = model(len(words), words.pad_token_id)
    ties = [row for row in rows if row["label"] == "tie"][:4]
    causal = [row for row in rows if row["label"] != "tie"][:4]
    total = torch.tensor(0.0)
    for row in causal + ties:
        total = total + row["weight"] * crome_loss(row, difference(scorer, words, row))
    total.backward()
    assert torch.isfinite(total) and scorer.score.weight.grad.abs().sum() > 0
    print(f"{path}: {len(rows)} rows, columns as documented; answer 1 is the better one of {firsts:.0%}; composite loss of {len(causal + ties)} rows {total.item():.4f}, with a gradient")
    return rows


def difference(scorer, words, row):
    texts = [row["prompt"] + [{"role": "assistant", "content": row[f"answer_{n}"]}] for n in (1, 2)]
    ids = [words(words.apply_chat_template(t, tokenize=False), return_tensors="pt", add_special_tokens=False)["input_ids"] for t in texts]
    first, second = (scorer(input_ids=i).logits[0, 0] for i in ids)
    return first - second


def crome_loss(row, d):
    if row["label"] == "tie":
        return -(logsigmoid(d) + logsigmoid(-d)) / 2
    return -logsigmoid(d if row["label"] == "1" else -d)


def check_same(trl, crome, words):
    """A tie's two rows of a TRL export have, weighed, the loss of its row of a Crome export of the same run."""
    scorer = model(len(words), words.pad_token_id).eval()
    wanted = {row["pair"]: row for row in crome if row["label"] == "tie"}
    compared = 0
    for pair in list(wanted)[:8]:
        rows = [row for row in trl if row["pair"] == pair]
        if len(rows) != 2:
            continue
        theirs = sum(
            row["weight"] * -logsigmoid(reward(scorer, words, row["prompt"], said(row["chosen"])) - reward(scorer, words, row["prompt"], said(row["rejected"])))
            for row in rows
        )
        with torch.no_grad():
            ours = wanted[pair]["weight"] * crome_loss(wanted[pair], difference(scorer, words, wanted[pair]))
        assert abs(theirs - ours) < 1e-5, f"{pair}: {theirs} and {ours}"
        compared += 1
    print(f"ties in both orders have the loss of Crome's tie: {compared} compared")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("trl", nargs="+")
    parser.add_argument("--crome", nargs="*", default=[])
    given = parser.parse_args()
    names = ["trl", "transformers", "datasets", "accelerate", "torch"]
    print(", ".join(f"{name} {importlib.metadata.version(name)}" for name in names))
    disable_progress_bars()
    words = tokenizer()
    trl = [check_trl(path, words) for path in given.trl]
    for path, rows in zip(given.trl, trl):
        check_weighted(path, rows, words)
    crome = [check_crome(path, words) for path in given.crome]
    if crome:
        check_same(trl[0], crome[0], words)


if __name__ == "__main__":
    main()
