/**
 * Architectures that the CPU engine's build (llama.cpp b11364 of wllama 3.8.1) knows and that write text token by token.
 * Found by handing it a file of each name: all others end its loading with "unknown model architecture". Left out are
 * those that it knows but that write no text this way: embedders and encoders (bert and kin, t5), audio and image parts
 * (clip, wavtokenizer-dec, qwen3tts, pockettts), draft heads (eagle3, dflash, gemma4-assistant), diffusion (dream,
 * llada, rnd1), and gptj, which is a name without an implementation.
 */
export const ARCHITECTURES: ReadonlySet<string> = new Set(
  `
  afmoe apertus arcee arctic arwkv7 baichuan bailingmoe bailingmoe2 bailingmoe3 bitnet bloom chameleon chatglm codeshell
  cogvlm cohere2 cohere2moe command-r dbrx deci deepseek deepseek2 deepseek2-ocr deepseek32 deepseek4 dots1 dots3note
  ernie4_5 ernie4_5-moe exaone exaone-moe exaone4 falcon falcon-h1 gemma gemma2 gemma3 gemma3n gemma4 glm-dsa glm4
  glm4moe glm5-next gpt-oss gpt2 gptneox granite granite_swa granitehybrid granitemoe graniteswitch grok grovemoe
  hrm_text hunyuan-dense hunyuan-moe hunyuan_vl hy_v3 hy_v4 internlm2 jais jais2 jamba kimi-k3 kimi-linear laguna lfm2
  lfm2moe llama llama4 maincoder mamba mamba2 maple mellum mimo2 minicpm minicpm3 minimax-01 minimax-m2 minimax-m3
  mistral3 mistral4 mpt muse-glimmer nanbeige nemotron nemotron_h nemotron_h_moe olmo olmo2 olmoe openelm orion
  paddleocr pangu-embedded phi2 phi3 phimoe plamo plamo2 plamo3 plm qwen qwen2 qwen2moe qwen2vl qwen3 qwen35 qwen35moe
  qwen3moe qwen3next qwen3vl qwen3vlmoe qwen4exp refact rwkv6 rwkv6qwen2 rwkv7 seed_oss smallthinker smollm3 spark2_5
  stablelm starcoder starcoder2 step35 talkie xverse
  `
    .trim()
    .split(/\s+/u),
)
