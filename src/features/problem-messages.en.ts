import type { Problem } from '#core/problem'
import type { Format } from '#features/format'
import { modelProblemEn } from './model-problem-messages.en'
import type { ProblemSentences } from './problem-sentences'

const KEPT = 'Everything that was read or written before is kept.'
const FILE_SAFE = 'Your file was not changed, and the other files were read.'

export function problemEn(problem: Problem, format: Format): ProblemSentences {
  switch (problem.kind) {
    case 'empty-file':
      return {
        happened: 'The file is empty.',
        safe: FILE_SAFE,
        next: 'Check that the right file was chosen.',
      }
    case 'no-text':
      return {
        happened: 'The file was read, but there is no text in it.',
        safe: FILE_SAFE,
        next: 'If the text is in pictures, recognise it with another program first and add the result.',
      }
    case 'binary-file':
      return {
        happened: 'This does not look like text: it holds binary data.',
        safe: FILE_SAFE,
        next: 'If it is text after all, choose its encoding in the settings of the file.',
      }
    case 'unsupported-kind':
      return {
        happened:
          problem.extension === ''
            ? 'Files of this kind cannot be read.'
            : `Files ending in .${problem.extension} cannot be read.`,
        safe: FILE_SAFE,
        next: 'Save it as text, Markdown, HTML, PDF, DOCX, CSV or JSONL and add that.',
      }
    case 'too-large':
      return {
        happened: `The file is larger than ${format.bytes(problem.limitBytes)}, the most that is read of this kind.`,
        safe: FILE_SAFE,
        next: 'Split the file, or save it as plain text, which may be larger.',
      }
    case 'pdf-encrypted':
      return {
        happened: 'The PDF is protected by a password.',
        safe: FILE_SAFE,
        next: 'Save a copy without the password and add that.',
      }
    case 'pdf-no-text-layer':
      return {
        happened: `The PDF holds pictures of ${problem.pages === 1 ? 'its page' : `its ${format.number(problem.pages)} pages`}, but no text.`,
        safe: FILE_SAFE,
        next: 'Run text recognition (OCR) over it with another program and add the result.',
      }
    case 'damaged-file':
      return {
        happened: `The file is damaged, or is not really ${problem.format.toUpperCase()}.`,
        safe: FILE_SAFE,
        next: 'Open it in the program that made it, save it again and add that.',
      }
    case 'file-gone':
      return {
        happened: 'The file can no longer be read: it was moved, changed or deleted after you chose it.',
        safe: 'What was read from it before is kept.',
        next: 'Choose the file again.',
      }
    case 'no-text-column':
      return {
        happened: 'No column of the table looks like text.',
        safe: FILE_SAFE,
        next: `Choose the column in the settings of the file${problem.columns.length > 0 ? ` (${problem.columns.slice(0, 6).join(', ')})` : ''}.`,
      }
    case 'already-here':
      return {
        happened:
          problem.row === null
            ? `Already here as ${problem.name}.`
            : `Already here as row ${format.number(problem.row)} of ${problem.name}.`,
        safe: 'The text is in the project once; it was not added again.',
        next: 'Nothing needs to be done.',
      }
    case 'no-instructions':
      return {
        happened:
          problem.columns.length === 0
            ? 'The file holds no lines of JSON objects.'
            : `No row holds an instruction and a response. Its columns are ${problem.columns.slice(0, 8).join(', ')}.`,
        safe: 'Nothing was changed; what was chosen before stays.',
        next: 'Give a JSONL file with question and response, instruction and output, prompt and completion, or messages.',
      }
    case 'quota-full':
      return {
        happened: 'The browser has no room left for this site.',
        safe: `${KEPT} Work is paused at the last finished passage.`,
        next: 'Free space in Storage (old runs, removed sources) or on the disk, then resume.',
      }
    case 'storage-unavailable':
      return {
        happened: 'This browser does not let the page store anything, as in some private windows.',
        safe: 'Nothing was lost, because nothing could be stored yet.',
        next: 'Open Pairloom in an ordinary window, or allow site data for this page.',
      }
    case 'storage-cleared':
      return {
        happened: 'The data of this site was deleted, by the browser or by someone who cleared it.',
        safe: 'Backups and exports that you saved to disk are not affected.',
        next: 'Restore a backup, or start with an empty project.',
      }
    case 'newer-database':
      return {
        happened: `This project was opened by a newer Pairloom (data version ${format.number(problem.version)}).`,
        safe: 'The project was not touched.',
        next: 'Reload the page to get the newer version.',
      }
    case 'updated-elsewhere':
      return {
        happened: 'Pairloom was updated in another tab, and this tab is too old to go on.',
        safe: `${KEPT} This tab has stopped writing.`,
        next: 'Reload this tab.',
      }
    case 'blocked-by-other-tab':
      return {
        happened: 'Another tab holds the old version of the data open, so it cannot be updated.',
        safe: KEPT,
        next: 'Close the other Pairloom tabs, then reload this one.',
      }
    case 'lost-lock':
      return {
        happened: 'Another tab took the project over.',
        safe: `${KEPT} What this tab tried to write last was not written.`,
        next: 'Go on in the other tab, or choose “Run here instead”.',
      }
    case 'not-writer':
      return {
        happened: 'This tab only reads, because another tab holds the project.',
        safe: 'Nothing was changed.',
        next: 'Go on in the other tab, or choose “Run here instead”.',
      }
    case 'backup-damaged':
      return {
        happened: 'The backup file is damaged or is not a Pairloom backup.',
        safe: 'No project was changed.',
        next: 'Try another backup. Details help when you report this.',
      }
    case 'backup-newer':
      return {
        happened: `The backup was made by a newer Pairloom (data version ${format.number(problem.version)}).`,
        safe: 'No project was changed.',
        next: 'Reload the page to get the newer version, then restore again.',
      }
    case 'nothing-to-write':
      return {
        happened: 'There is no passage to write pairs from.',
        safe: 'Nothing was changed.',
        next: 'Add a source, or select documents that hold text.',
      }
    case 'run-missing':
      return {
        happened: 'This run is no longer in the project.',
        safe: 'All other runs and your decisions are kept.',
        next: 'Start a new run.',
      }
    case 'run-active':
      return {
        happened: 'A run is at work, and this would get in its way.',
        safe: 'Nothing was changed, and the run goes on.',
        next: 'Pause or cancel the run first.',
      }
    case 'judging-active':
      return {
        happened: 'A model is judging pairs, and this would get in its way.',
        safe: 'Nothing was changed, and the judging goes on.',
        next: 'Wait until it is done, or stop it on the screen Evaluate.',
      }
    case 'export-invalid':
      return {
        happened: `The file was written, but its line ${format.number(problem.line)} does not pass the check of its format.`,
        safe: 'The pairs in the project are not affected. Do not train on this file.',
        next: 'Export again; if it happens again, please report it with the details.',
      }
    case 'export-empty':
      return {
        happened: 'No pair matches what you chose to export.',
        safe: 'No file was written.',
        next: 'Choose more states, tasks or documents.',
      }
    case 'cancelled':
      return {
        happened: 'Cancelled.',
        safe: 'What was finished before is kept.',
        next: 'Start again whenever you like.',
      }
    case 'unexpected':
      return {
        happened: 'Something went wrong that should not.',
        safe: 'What was stored before is kept.',
        next: 'Try again. If it comes back, reload the page and please report it with the details.',
      }
    default:
      return modelProblemEn(problem, format)
  }
}
