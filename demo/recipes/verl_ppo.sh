#!/usr/bin/env bash
# PPO with verl 0.7.0 that does not begin unless its reward model was weighed and passed.
# Ends with the code of `tare verify` (2 something is missing, 3 fail or other files, 4 inconclusive), else with the trainer's.
set -euo pipefail

reward_model="${REWARD_MODEL:-./my-rm-pytorch}"
policy="${POLICY:-./my-sft}"

npx tare verify my-rm.tare.json --public-key tare.pub --also "$reward_model" --require pass || {
  code=$?
  echo "no training: tare verify ended with $code" >&2
  exit "$code"
}

exec python3 -m verl.trainer.main_ppo \
  data.train_files="${TRAIN:-./train.parquet}" \
  data.val_files="${VALIDATION:-./validation.parquet}" \
  data.return_raw_chat=True \
  actor_rollout_ref.model.path="$policy" \
  actor_rollout_ref.rollout.name=vllm \
  critic.model.path="$policy" \
  reward_model.enable=True \
  reward_model.model.path="$reward_model" \
  reward_model.use_reward_loop=True \
  reward_model.rollout.name=vllm \
  trainer.nnodes=1 \
  trainer.n_gpus_per_node=8 \
  "$@"
