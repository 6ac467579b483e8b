import type { EngineProblem, ModelProblem } from '#core/problem'
import type { Format } from '#features/format'
import type { ProblemSentences } from './problem-sentences'

const KEPT = '已写好的指令–响应对都已保留。'
const NOTHING_CHANGED = '没有任何改动，你的文档从未离开这台设备。'
const PASSAGE_BACK = `${KEPT}正在处理的段落已放回队列。`

/** What fails with models and the engines that run them. */
export function modelProblemZh(problem: EngineProblem | ModelProblem, format: Format): ProblemSentences {
  switch (problem.kind) {
    case 'no-gpu':
      return { ...NO_GPU[problem.need], safe: NOTHING_CHANGED }
    case 'gpu-lost':
      return {
        happened: '显卡停止响应：可能被重置，或显存不足。',
        safe: PASSAGE_BACK,
        next: '请关闭其他占用显卡的页面后继续；如果再次出现，请换用更小的模型。',
      }
    case 'out-of-memory':
      return {
        happened: '内存不足以运行这个模型。',
        safe: PASSAGE_BACK,
        next: '请关闭其他标签页、缩短上下文，或换用更小的模型。',
      }
    case 'engine-gone':
      return { happened: '运行模型的部分意外退出。', safe: PASSAGE_BACK, next: '请重新加载模型，然后继续。' }
    case 'engine-hangs':
      return {
        happened: `模型 ${format.number(problem.seconds)} 秒没有响应，已停止。`,
        safe: PASSAGE_BACK,
        next: '请继续；如果再次出现，请缩短段落或换用更小的模型。',
      }
    case 'model-talks-garbage':
      return {
        happened: '模型已加载，但输出的不是正常文字。某些显卡驱动会这样。',
        safe: '没有用它写出任何内容。',
        next: '请改用 32 位版本（q4f32），或换一个模型。',
      }
    case 'context-overflow':
      return {
        happened: `提示词有 ${format.number(problem.promptTokens)} 个词元，超过了上下文的 ${format.number(problem.contextTokens)} 个。`,
        safe: KEPT,
        next: '请用更大的上下文加载模型，或把文档切成更短的段落。',
      }
    case 'engine-refused':
      return { happened: '推理引擎拒绝了请求。', safe: KEPT, next: '请附上详细信息反馈。' }
    case 'run-keeps-failing':
      return {
        happened: `批次已暂停：连续 ${format.number(problem.times)} 个段落以同样的方式失败。`,
        safe: `${KEPT}失败的段落仍在队列中。`,
        next: '请重新加载模型，或换用更小的模型，然后继续。',
      }
    case 'model-missing':
      return {
        happened: '这台设备上没有这个模型，或文件不完整。',
        safe: '你的文档和指令–响应对不受影响。',
        next: '请重新下载或添加文件；已有的部分不会重复下载。',
      }
    case 'not-a-model':
      return {
        happened: '这不是可以在此加载的模型。',
        safe: NOTHING_CHANGED,
        next: '请选择 GGUF 文件，或带有模型库（.wasm）的 MLC 文件夹。',
      }
    case 'model-damaged':
      return {
        happened: `文件 ${problem.file} 已损坏或不完整。`,
        safe: '没有加载它。你的文档和指令–响应对不受影响。',
        next: '请删除这个模型后重新获取。',
      }
    case 'model-too-large':
      return {
        happened: `这个模型大约需要 ${format.bytes(problem.bytes)}，此处最多可用 ${format.bytes(problem.limitBytes)}。`,
        safe: NOTHING_CHANGED,
        next: '请换用更小的模型、缩短上下文，或使用在显卡上运行的模型。',
      }
    case 'architecture-unknown':
      return {
        happened: `引擎不认识这个模型的架构 ${problem.architecture}。`,
        safe: NOTHING_CHANGED,
        next: '请换用其他系列的模型。',
      }
    case 'library-mismatch':
      return {
        happened: '模型库是为另一个版本的引擎编译的。',
        safe: NOTHING_CHANGED,
        next: '请使用为 web-llm 0.2.86 编译的模型库（名称中含 v0_2_86）。',
      }
    case 'download-refused':
      return {
        happened: `服务器拒绝了文件请求（状态 ${String(problem.status)}）。`,
        safe: '已下载的部分都已保留。',
        next: problem.status === 404 ? '请检查地址。' : '请稍后再试，或确认文件是公开的。',
      }
    case 'download-unreachable':
      return {
        happened: '无法连接服务器，或服务器不允许其他网站读取（CORS）。',
        safe: '已下载的部分都已保留。',
        next: '请检查网络和地址；也可以自行下载后从磁盘添加。',
      }
    case 'download-cut-off':
      return {
        happened: `下载在 ${format.bytes(problem.bytes)}${problem.total === null ? '' : `（共 ${format.bytes(problem.total)}）`}处中断。`,
        safe: '已下载的部分都已保留。',
        next: '请重试，将从中断处继续。',
      }
    case 'recipe-damaged':
      return {
        happened: '这个文件不包含可用的配方。',
        safe: '你的配方没有改动。',
        next: '请重新获取文件，或从现有配方复制一份。',
      }
  }
}

const NO_GPU = {
  webgpu: {
    happened: '此浏览器不支持 WebGPU，无法在显卡上运行模型。',
    next: '请使用最新的 Chrome 或 Edge，或在 CPU 上使用小模型。',
  },
  adapter: {
    happened: '浏览器支持 WebGPU，但没有找到可用的显卡。',
    next: '请更新显卡驱动，或在 CPU 上使用小模型。',
  },
  f16: {
    happened: '显卡不支持 16 位浮点数，而这个版本的模型需要它。',
    next: '请改用 32 位版本（q4f32）。',
  },
  limits: {
    happened: '显卡的限制低于引擎的要求。',
    next: '请更新浏览器和驱动，或在 CPU 上使用小模型。',
  },
} as const
