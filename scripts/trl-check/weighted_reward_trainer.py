"""A RewardTrainer that reads what TRL's own leaves aside in a training export of tare: `weight`, and ties in one row.

    trainer = WeightedRewardTrainer(model=…, args=…, train_dataset=rows, processing_class=tokenizer)

The loss of a row is -log sigma(d - margin), of a tie (-log sigma(d) - log sigma(-d)) / 2, with d the reward of chosen less
that of rejected; a batch's is their mean, weighed. Written for TRL 1.16.
"""

import torch
from torch.nn.functional import logsigmoid
from trl import RewardTrainer
from trl.trainer.reward_trainer import DataCollatorForPreference


class CollatorWithWeights(DataCollatorForPreference):
    def torch_call(self, examples):
        batch = super().torch_call(examples)
        for name in ("weight", "tie"):
            batch[name] = torch.tensor([float(example[name]) for example in examples])
        return batch


class WeightedRewardTrainer(RewardTrainer):
    def __init__(self, *given, processing_class, **more):
        pad = processing_class.pad_token_id
        collator = CollatorWithWeights(pad_token_id=processing_class.eos_token_id if pad is None else pad)
        super().__init__(*given, processing_class=processing_class, data_collator=collator, **more)

    def _set_signature_columns_if_needed(self):
        self._signature_columns = ["chosen_ids", "rejected_ids", "margin", "weight", "tie"]

    def compute_loss(self, model, inputs, return_outputs=False, num_items_in_batch=None):
        outputs = model(input_ids=inputs["input_ids"], attention_mask=inputs["attention_mask"], use_cache=False)
        chosen, rejected = torch.chunk(outputs.logits.squeeze(-1), chunks=2)
        d = chosen - rejected
        tied = -(logsigmoid(d) + logsigmoid(-d)) / 2
        each = torch.where(inputs["tie"] > 0, tied, -logsigmoid(d - inputs["margin"]))
        loss = (inputs["weight"] * each).sum() / inputs["weight"].sum()
        return (loss, outputs) if return_outputs else loss
