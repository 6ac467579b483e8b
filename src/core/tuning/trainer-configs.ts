/**
 * Configurations of Axolotl for tuning a synthesizer on rows of `segments`, whole or by LoRA. What the paper gives is marked
 * with the trust that it deserves here; everything else is a common value to start from.
 */
export function trainerConfigs(dataFile: string): { readonly name: string; readonly text: string }[] {
  return [
    { name: 'full.axolotl.yaml', text: `${common(dataFile, '5e-6')}\n` },
    {
      name: 'lora.axolotl.yaml',
      text: `${common(dataFile, '1e-4')}
# Not of the paper, which tunes all weights: common values for LoRA.
adapter: lora
lora_r: 32
lora_alpha: 64
lora_dropout: 0.05
lora_target_linear: true
`,
    },
  ]
}

function common(dataFile: string, rate: string): string {
  return `# The base model of the paper (one source that was checked against it). Its RoPE base is 10,000.
base_model: mistralai/Mistral-7B-v0.1
datasets:
  # The loss is taken on pairs only: segments without a label are masked.
  - path: ${JSON.stringify(dataFile)}
    type: input_output
# Tags are plain text: no token is added, and the rows carry <s> and </s> themselves.
train_on_inputs: false
sequence_len: 4096
sample_packing: false
# 16,384 tokens a batch (unconfirmed): four sequences of 4,096.
micro_batch_size: 1
gradient_accumulation_steps: 4
# 5e-6 with a cosine, Adam with 0.9 and 0.95, 1,000 steps of warm-up (unconfirmed); epochs are not given in any source.
learning_rate: ${rate}
lr_scheduler: cosine
optimizer: adamw_torch
adam_beta1: 0.9
adam_beta2: 0.95
warmup_steps: 1000
num_epochs: 1
bf16: auto
gradient_checkpointing: true
output_dir: ./synthesizer`
}
