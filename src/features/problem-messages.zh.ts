import type { Problem } from '#core/problem'
import type { Format } from '#features/format'
import { modelProblemZh } from './model-problem-messages.zh'
import type { ProblemSentences } from './problem-sentences'

const KEPT = '此前读取和生成的内容都完好。'
const FILE_SAFE = '原文件没有改动，其他文件已照常读取。'

export function problemZh(problem: Problem, format: Format): ProblemSentences {
  switch (problem.kind) {
    case 'empty-file':
      return { happened: '文件是空的。', safe: FILE_SAFE, next: '请确认选对了文件。' }
    case 'no-text':
      return {
        happened: '文件已读取，但里面没有文字。',
        safe: FILE_SAFE,
        next: '如果文字在图片里，请先用其他软件识别，再添加结果。',
      }
    case 'binary-file':
      return {
        happened: '内容不像文本，而是二进制数据。',
        safe: FILE_SAFE,
        next: '如果确实是文本，请在该文件的设置中指定编码。',
      }
    case 'unsupported-kind':
      return {
        happened: problem.extension === '' ? '无法读取这种文件。' : `无法读取 .${problem.extension} 文件。`,
        safe: FILE_SAFE,
        next: '请另存为文本、Markdown、HTML、PDF、DOCX、CSV 或 JSONL 后再添加。',
      }
    case 'too-large':
      return {
        happened: `文件超过 ${format.bytes(problem.limitBytes)}，这是此类文件的上限。`,
        safe: FILE_SAFE,
        next: '请拆分文件，或另存为纯文本（上限更高）。',
      }
    case 'pdf-encrypted':
      return { happened: '这个 PDF 有密码保护。', safe: FILE_SAFE, next: '请另存一份不带密码的副本再添加。' }
    case 'pdf-no-text-layer':
      return {
        happened: `这个 PDF 的 ${format.number(problem.pages)} 页都是图片，没有文字。`,
        safe: FILE_SAFE,
        next: '请先用其他软件做文字识别（OCR），再添加结果。',
      }
    case 'damaged-file':
      return {
        happened: `文件已损坏，或者并不是真正的 ${problem.format.toUpperCase()} 文件。`,
        safe: FILE_SAFE,
        next: '请用生成它的软件打开并重新保存，再添加。',
      }
    case 'file-gone':
      return {
        happened: '文件已无法读取：选择之后它被移动、修改或删除了。',
        safe: '之前从中读取的内容仍然保留。',
        next: '请重新选择这个文件。',
      }
    case 'no-text-column':
      return {
        happened: '表格中没有一列像是正文。',
        safe: FILE_SAFE,
        next: `请在该文件的设置中选择正文列${problem.columns.length > 0 ? `（${problem.columns.slice(0, 6).join('、')}）` : ''}。`,
      }
    case 'already-here':
      return {
        happened:
          problem.row === null
            ? `已经存在，名为“${problem.name}”。`
            : `已经存在，是“${problem.name}”的第 ${format.number(problem.row)} 行。`,
        safe: '项目中已有这段文本，没有重复添加。',
        next: '无需处理。',
      }
    case 'no-instructions':
      return {
        happened:
          problem.columns.length === 0
            ? '文件中没有一行是 JSON 对象。'
            : `没有一行同时含有指令和响应。现有的列：${problem.columns.slice(0, 8).join('、')}。`,
        safe: '没有任何改动，之前选择的内容仍然保留。',
        next: '请提供 JSONL 文件，列为 question 与 response、instruction 与 output、prompt 与 completion，或 messages。',
      }
    case 'quota-full':
      return {
        happened: '浏览器分给本站的空间已用完。',
        safe: `${KEPT}任务已在最后完成的段落处暂停。`,
        next: '请在“存储”中清理旧批次和已移除的来源，或腾出磁盘空间，然后继续。',
      }
    case 'storage-unavailable':
      return {
        happened: '此浏览器不允许本页保存数据，某些无痕窗口就是这样。',
        safe: '没有丢失任何内容，因为还没有保存过。',
        next: '请在普通窗口中打开 Pairloom，或允许本站保存数据。',
      }
    case 'storage-cleared':
      return {
        happened: '本站的数据已被浏览器或他人清除。',
        safe: '已保存到磁盘的备份和导出文件不受影响。',
        next: '请恢复备份，或从空项目开始。',
      }
    case 'newer-database':
      return {
        happened: `这个项目由更新版本的 Pairloom 打开过（数据版本 ${format.number(problem.version)}）。`,
        safe: '项目没有改动。',
        next: '请重新加载页面以获取新版本。',
      }
    case 'updated-elsewhere':
      return {
        happened: 'Pairloom 已在另一个标签页更新，此标签页版本过旧，无法继续。',
        safe: `${KEPT}此标签页已停止写入。`,
        next: '请重新加载此标签页。',
      }
    case 'blocked-by-other-tab':
      return {
        happened: '另一个标签页仍在使用旧版数据，无法更新。',
        safe: KEPT,
        next: '请关闭其他 Pairloom 标签页，再重新加载此页。',
      }
    case 'lost-lock':
      return {
        happened: '另一个标签页接管了这个项目。',
        safe: `${KEPT}此标签页最后一次写入没有生效。`,
        next: '请在另一个标签页继续，或选择“改在此处运行”。',
      }
    case 'not-writer':
      return {
        happened: '另一个标签页正在使用这个项目，此处只能查看。',
        safe: '没有任何改动。',
        next: '请在另一个标签页继续，或选择“改在此处运行”。',
      }
    case 'backup-damaged':
      return {
        happened: '备份文件已损坏，或者不是 Pairloom 的备份。',
        safe: '没有改动任何项目。',
        next: '请换一个备份。反馈问题时请附上详细信息。',
      }
    case 'backup-newer':
      return {
        happened: `这个备份由更新版本的 Pairloom 生成（数据版本 ${format.number(problem.version)}）。`,
        safe: '没有改动任何项目。',
        next: '请重新加载页面以获取新版本，然后再恢复。',
      }
    case 'nothing-to-write':
      return {
        happened: '没有可以用来生成的段落。',
        safe: '没有任何改动。',
        next: '请添加来源，或选择含有文字的文档。',
      }
    case 'run-missing':
      return {
        happened: '这个批次已不在项目中。',
        safe: '其他批次和你的取舍都完好。',
        next: '请开始新的批次。',
      }
    case 'run-active':
      return {
        happened: '有一个批次正在生成，不能同时进行此操作。',
        safe: '没有任何改动，生成仍在继续。',
        next: '请先暂停或取消该批次。',
      }
    case 'judging-active':
      return {
        happened: '模型正在判断指令–响应对，不能同时进行此操作。',
        safe: '没有任何改动，判断仍在继续。',
        next: '请等它完成，或在“评估”页面停止。',
      }
    case 'export-invalid':
      return {
        happened: `文件已写出，但第 ${format.number(problem.line)} 行没有通过格式检查。`,
        safe: '项目中的指令–响应对不受影响。请勿用此文件训练。',
        next: '请重新导出；如果再次出现，请附上详细信息反馈。',
      }
    case 'export-empty':
      return {
        happened: '没有符合导出条件的指令–响应对。',
        safe: '没有写出文件。',
        next: '请放宽状态、任务或文档的选择。',
      }
    case 'cancelled':
      return { happened: '已取消。', safe: '此前完成的部分都已保留。', next: '随时可以重新开始。' }
    case 'unexpected':
      return {
        happened: '出现了意外错误。',
        safe: '此前保存的内容都完好。',
        next: '请重试；如果再次出现，请重新加载页面，并附上详细信息反馈。',
      }
    default:
      return modelProblemZh(problem, format)
  }
}
