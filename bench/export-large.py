"""A BERT of large size (24 layers, 335M parameters) with seeded random weights, exported to ONNX: work of the size that reward
models are, for measuring a card. Its scores mean nothing.

    python bench/export-large.py TOKENIZER_DIR OUT_DIR [--fp16] [--layers N --hidden N]

OUT_DIR becomes a model folder: config.json, the tokenizer's files, onnx/model.onnx (or model_fp16.onnx). Needs torch,
transformers, onnx and onnxscript.
"""
import argparse
import pathlib
import shutil
import sys

import torch
from transformers import BertConfig, BertForSequenceClassification

parser = argparse.ArgumentParser()
parser.add_argument("tokenizer", type=pathlib.Path)
parser.add_argument("out", type=pathlib.Path)
parser.add_argument("--fp16", action="store_true")
parser.add_argument("--layers", type=int, default=24)
parser.add_argument("--hidden", type=int, default=1024)
given = parser.parse_args()

torch.manual_seed(1)
config = BertConfig(
    hidden_size=given.hidden,
    num_hidden_layers=given.layers,
    num_attention_heads=given.hidden // 64,
    intermediate_size=4 * given.hidden,
    num_labels=1,
    attn_implementation="eager",
)
model = BertForSequenceClassification(config).eval()
(given.out / "onnx").mkdir(parents=True, exist_ok=True)
for name in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json"):
    shutil.copy(given.tokenizer / name, given.out / name)
config.architectures = ["BertForSequenceClassification"]
config.save_pretrained(given.out)

ids = torch.randint(1000, 30000, (2, 16))
ones = torch.ones_like(ids)
names = ["input_ids", "attention_mask", "token_type_ids"]


class Logits(torch.nn.Module):
    """The model with its inputs in order and nothing but the logits."""

    def __init__(self, inner):
        super().__init__()
        self.inner = inner

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.inner(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).logits


if given.fp16:
    model = model.half()
graph = given.out / "onnx" / ("model_fp16.onnx" if given.fp16 else "model.onnx")
dims = {0: torch.export.Dim("batch"), 1: torch.export.Dim("length", max=512)}
program = torch.onnx.export(
    Logits(model),
    (ids, ones, torch.zeros_like(ids)),
    input_names=names,
    output_names=["logits"],
    dynamic_shapes=[dims, dims, dims],
    dynamo=True,
    verbose=False,
)
program.save(str(graph), external_data=False)
print(f"{graph}: {graph.stat().st_size / 2**20:.0f} MiB", file=sys.stderr)
