import type { EngineProblem, ModelProblem } from '#core/problem'
import type { Format } from '#features/format'
import type { ProblemSentences } from './problem-sentences'

const KEPT = 'All pairs written so far are kept.'
const NOTHING_CHANGED = 'Nothing was changed, and your documents never left this device.'
const PASSAGE_BACK = `${KEPT} The passage in hand goes back to the queue.`

/** What fails with models and the engines that run them. */
export function modelProblemEn(problem: EngineProblem | ModelProblem, format: Format): ProblemSentences {
  switch (problem.kind) {
    case 'no-gpu':
      return { ...NO_GPU[problem.need], safe: NOTHING_CHANGED }
    case 'gpu-lost':
      return {
        happened: 'The graphics processor stopped answering: it was reset, or ran out of memory.',
        safe: PASSAGE_BACK,
        next: 'Close other pages that use the graphics processor and resume; if it comes back, take a smaller model.',
      }
    case 'out-of-memory':
      return {
        happened: 'There was not enough memory for this model.',
        safe: PASSAGE_BACK,
        next: 'Close other tabs, choose a smaller context, or take a smaller model.',
      }
    case 'engine-gone':
      return {
        happened: 'The part of the page that runs the model ended unexpectedly.',
        safe: PASSAGE_BACK,
        next: 'Load the model again and resume.',
      }
    case 'engine-hangs':
      return {
        happened: `The model gave no sign for ${format.number(problem.seconds)} seconds and was stopped.`,
        safe: PASSAGE_BACK,
        next: 'Resume; if it comes back, take shorter passages or a smaller model.',
      }
    case 'model-talks-garbage':
      return {
        happened: 'The model was loaded, but what it writes is no text. Some graphics drivers do this.',
        safe: 'No pair was written with it.',
        next: 'Take the variant with 32-bit numbers (q4f32), or another model.',
      }
    case 'context-overflow':
      return {
        happened: `The prompt takes ${format.number(problem.promptTokens)} tokens, more than the ${format.number(problem.contextTokens)} that fit.`,
        safe: KEPT,
        next: 'Load the model with a larger context, or cut the documents into shorter passages.',
      }
    case 'engine-refused':
      return {
        happened: 'The engine refused what it was asked.',
        safe: KEPT,
        next: 'Please report this with the details.',
      }
    case 'run-keeps-failing':
      return {
        happened: `The run is paused: ${format.number(problem.times)} passages in a row failed in the same way.`,
        safe: `${KEPT} The failed passages are still in the queue.`,
        next: 'Load the model again, or take a smaller one, then resume.',
      }
    case 'model-missing':
      return {
        happened: 'The model is not on this device, or only in part.',
        safe: 'Your documents and pairs are not affected.',
        next: 'Download it again or add its files; what is there is not fetched twice.',
      }
    case 'not-a-model':
      return {
        happened: 'This is not a model that can be loaded here.',
        safe: NOTHING_CHANGED,
        next: 'Choose a GGUF file, or a folder in the layout of MLC with its library (.wasm).',
      }
    case 'model-damaged':
      return {
        happened: `The file ${problem.file} is damaged or not whole.`,
        safe: 'It was not loaded. Your documents and pairs are not affected.',
        next: 'Delete the model and get it again.',
      }
    case 'model-too-large':
      return {
        happened: `This model needs about ${format.bytes(problem.bytes)}; no more than ${format.bytes(problem.limitBytes)} can be used here.`,
        safe: NOTHING_CHANGED,
        next: 'Take a smaller model, a smaller context, or one that runs on the graphics processor.',
      }
    case 'architecture-unknown':
      return {
        happened: `The model’s architecture, ${problem.architecture}, is not known to the engine.`,
        safe: NOTHING_CHANGED,
        next: 'Take a model of another family.',
      }
    case 'library-mismatch':
      return {
        happened: 'The model’s library was compiled for another version of the engine.',
        safe: NOTHING_CHANGED,
        next: 'Use a library made for web-llm 0.2.86 (its name holds v0_2_86).',
      }
    case 'download-refused':
      return {
        happened: `The server refused the file (status ${String(problem.status)}).`,
        safe: 'What was fetched before is kept.',
        next: problem.status === 404 ? 'Check the address.' : 'Try again later, or check that the file is public.',
      }
    case 'download-unreachable':
      return {
        happened: 'The server could not be reached, or does not let other sites read from it (CORS).',
        safe: 'What was fetched before is kept.',
        next: 'Check the connection and the address; or fetch the file yourself and add it from disk.',
      }
    case 'download-cut-off':
      return {
        happened: `The download broke off after ${format.bytes(problem.bytes)}${problem.total === null ? '' : ` of ${format.bytes(problem.total)}`}.`,
        safe: 'What was fetched is kept.',
        next: 'Try again: it goes on where it stopped.',
      }
    case 'recipe-damaged':
      return {
        happened: 'This file does not hold a recipe that can be used.',
        safe: 'Your recipes were not changed.',
        next: 'Ask for the file again, or make a recipe from one that is here.',
      }
  }
}

const NO_GPU = {
  webgpu: {
    happened: 'This browser does not offer WebGPU, which models on the graphics processor need.',
    next: 'Use a current Chrome or Edge, or a small model on the CPU.',
  },
  adapter: {
    happened: 'The browser offers WebGPU but found no graphics processor that it may use.',
    next: 'Update the graphics driver, or use a small model on the CPU.',
  },
  f16: {
    happened: 'The graphics processor has no 16-bit numbers, which this variant of the model needs.',
    next: 'Take its twin with 32-bit numbers (q4f32).',
  },
  limits: {
    happened: 'The graphics processor’s limits are below what the engine needs.',
    next: 'Update browser and driver, or use a small model on the CPU.',
  },
} as const
