/** A corpus of a comparison, as a trainer's configuration names it. */
export interface PackCorpus {
  /** Also the name of the run. */
  readonly name: string
  /** `{"text": …}` a line, relative to the configuration. */
  readonly file: string
}

/** A configuration of a trainer, and the name of its file. */
export interface Config {
  readonly name: string
  readonly text: string
}

/** What the paper gives for continued pre-training on a domain, with how far each value can be trusted. */
const VALUES = `# 4,000 steps of 0.25 million tokens, sequences of 4,096, 1e-5 with a cosine, 1,000 steps of warm-up: the paper's values for
# Llama3-8B (one source that was checked against it). Same steps, other data: that is what is compared.
# The loss is taken on all tokens, of passages and pairs alike (the paper). Weight decay and precision: common values.`

/**
 * Configurations for Axolotl and LLaMA-Factory, one of each for every corpus: texts packed, loss on all tokens, the paper's
 * values (rule PACK4). They differ in data and output alone.
 */
export function pretrainingConfigs(corpora: readonly PackCorpus[], base: string): readonly Config[] {
  return corpora.flatMap(corpus => [axolotl(corpus, base), llamaFactory(corpus, base)])
}

/** What LLaMA-Factory wants to know of its data files, as its `dataset_info.json`. */
export function datasetInfo(corpora: readonly PackCorpus[]): Config {
  const entries = corpora.map(({ name, file }) => [name, { file_name: file, columns: { prompt: 'text' } }] as const)
  return { name: 'dataset_info.json', text: `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n` }
}

function axolotl({ name, file }: PackCorpus, base: string): Config {
  return {
    name: `${name}.axolotl.yaml`,
    text: `${VALUES}
base_model: ${JSON.stringify(base)}
datasets:
  - path: ${JSON.stringify(file)}
    ds_type: json
    type: completion
    field: text
sequence_len: 4096
sample_packing: true
pad_to_sequence_len: true
# 4 x 16 sequences of 4,096 are 0.26 million tokens on one device; on more, divide the second by their number.
micro_batch_size: 4
gradient_accumulation_steps: 16
max_steps: 4000
learning_rate: 1e-5
lr_scheduler: cosine
warmup_steps: 1000
optimizer: adamw_torch
weight_decay: 0.1
bf16: auto
gradient_checkpointing: true
output_dir: ./out/${name}
`,
  }
}

function llamaFactory({ name }: PackCorpus, base: string): Config {
  return {
    name: `${name}.llamafactory.yaml`,
    text: `${VALUES}
model_name_or_path: ${JSON.stringify(base)}
stage: pt
do_train: true
finetuning_type: full
dataset_dir: .
dataset: ${name}
cutoff_len: 4096
packing: true
# 4 x 16 sequences of 4,096 are 0.26 million tokens on one device; on more, divide the second by their number.
per_device_train_batch_size: 4
gradient_accumulation_steps: 16
max_steps: 4000
learning_rate: 1.0e-5
lr_scheduler_type: cosine
warmup_steps: 1000
weight_decay: 0.1
bf16: true
gradient_checkpointing: true
output_dir: ./out/${name}
`,
  }
}
