"""GRPO with TRL 1.9.0 that does not begin unless its reward model was weighed and passed.

    accelerate launch trl_grpo.py

Before anything is loaded, `tare verify` checks that the attestation is signed by the key we trust, that the weights in
hand are the attested ones, and that the verdict is a pass. While it trains, WATCH (a `tare` command of your own, e.g. on
fresh rollouts) is run at every checkpoint, and the trainer stops where it ends with 3 (fail) or 4 (inconclusive).
"""

import os
import shlex
import subprocess
import sys

REWARD_MODEL = os.environ.get("REWARD_MODEL", "./my-rm-pytorch")
VERIFY = [
    *("npx", "tare", "verify", "my-rm.tare.json", "--public-key", "tare.pub"),
    *("--also", REWARD_MODEL, "--require", "pass"),
]
# e.g. WATCH="npx tare run rollouts.jsonl --model ./my-rm --rubric launch.json --quiet"
WATCH = shlex.split(os.environ.get("WATCH", ""))


def require_pass() -> None:
    """Ends the process with tare's exit code unless it is 0. One process a machine asks; its end ends the launch."""
    if os.environ.get("LOCAL_RANK", "0") != "0":
        return
    code = subprocess.run(VERIFY).returncode
    if code != 0:
        print(f"no training: tare verify ended with {code}", file=sys.stderr)
        sys.exit(code)


def train() -> None:
    from accelerate.utils import broadcast_object_list
    from datasets import load_dataset
    from transformers import TrainerCallback
    from trl import GRPOConfig, GRPOTrainer

    class StopOnVerdict(TrainerCallback):
        """Stops the training where WATCH says that the reward can no longer be trusted."""

        def on_save(self, args, state, control, **kwargs):
            if not WATCH:
                return control
            codes = [subprocess.run(WATCH).returncode if state.is_world_process_zero else 0]
            broadcast_object_list(codes)  # every process must stop at the same step
            if codes[0] in (3, 4):
                print(f"training stops at step {state.global_step}: tare ended with {codes[0]}", file=sys.stderr)
                control.should_training_stop = True
            return control

    trainer = GRPOTrainer(
        model=os.environ.get("POLICY", "Qwen/Qwen2.5-0.5B-Instruct"),
        reward_funcs=REWARD_MODEL,
        args=GRPOConfig(output_dir="policy", save_steps=100),
        train_dataset=load_dataset("json", data_files="prompts.jsonl", split="train"),
        callbacks=[StopOnVerdict()],
    )
    trainer.train()


if __name__ == "__main__":
    require_pass()
    train()
