#!/usr/bin/env bash
# PPO with OpenRLHF 0.11.0 that does not begin unless its reward model was weighed and passed.
# Ends with the code of `tare verify` (2 something is missing, 3 fail or other files, 4 inconclusive), else with the trainer's.
set -euo pipefail

reward_model="${REWARD_MODEL:-./my-rm-pytorch}"

npx tare verify my-rm.tare.json --public-key tare.pub --also "$reward_model" --require pass || {
  code=$?
  echo "no training: tare verify ended with $code" >&2
  exit "$code"
}

exec python3 -m openrlhf.cli.train_ppo_ray \
  --actor.model_name_or_path "${POLICY:-./my-sft}" \
  --reward.model_name_or_path "$reward_model" \
  --data.prompt_dataset "${PROMPTS:-./prompts.jsonl}" \
  --data.input_key prompt \
  --data.apply_chat_template \
  --ckpt.output_dir ./policy \
  --ref.num_nodes 1 --ref.num_gpus_per_node 8 \
  --reward.num_nodes 1 --reward.num_gpus_per_node 8 \
  --critic.num_nodes 1 --critic.num_gpus_per_node 8 \
  --actor.num_nodes 1 --actor.num_gpus_per_node 8 \
  --vllm.num_engines 4 --vllm.tensor_parallel_size 2 \
  --train.colocate_all \
  "$@"
