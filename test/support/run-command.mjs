import { spawn } from 'node:child_process'
import process from 'node:process'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    for (const child of running) endGroup(child)
    process.exit(130)
  })
}

/**
 * @typedef {object} Limits
 * @property {number} limitMs Ended after this time, with everything that it started.
 * @property {boolean} [stream] Shows the output as it comes instead of gathering it.
 *
 * Runs a program of Node in a process group of its own.
 *
 * @param {readonly string[]} args Script and its arguments.
 * @param {Limits} limits
 * @returns {Promise<{ ok: boolean, output: string }>} Never rejects; a failed start is a failure with its message.
 */
export function runNode(args, limits) {
  return runProgram(process.execPath, args, limits)
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Limits} limits
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runProgram(program, args, { limitMs, stream = false }) {
  return new Promise(resolve => {
    const child = spawn(program, args, {
      stdio: stream ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    running.add(child)
    let output = ''
    /** @param {Buffer} part */
    const gather = part => {
      output += part.toString()
    }
    child.stdout?.on('data', gather)
    child.stderr?.on('data', gather)
    const timer = setTimeout(() => {
      output += `\nStopped: it took longer than ${limitMs / 1000} s.`
      if (stream) process.stdout.write(`\nStopped: it took longer than ${limitMs / 1000} s.\n`)
      endGroup(child)
    }, limitMs)
    /** @param {boolean} ok */
    const finish = ok => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ ok, output })
    }
    child.once('error', error => {
      output += error.message
      finish(false)
    })
    child.once('close', code => finish(code === 0))
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill()
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It had ended already.
  }
}
