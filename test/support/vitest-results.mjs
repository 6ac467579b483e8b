import { readFile } from 'node:fs/promises'

/**
 * @typedef {{ fullName: string, status: string }} Assertion
 * @typedef {{ name: string, status: string, assertionResults: Assertion[] }} FileResult
 * @typedef {{ passed: number, failed: string[], skipped: string[] }} Results
 */

/**
 * Sums the JSON report of one Vitest run.
 *
 * @param {string} file
 * @param {boolean} ok Whether the run itself ended well: an unhandled error or a run that was stopped fails no test, and
 *   must still count.
 * @returns {Promise<Results>} Names of failed and skipped tests; a file that could not be loaded counts as one failed test.
 */
export async function readResults(file, ok) {
  /** @type {FileResult[]} */
  const files = await readFile(file, 'utf8').then(
    text => JSON.parse(text).testResults,
    () => [],
  )
  /** @type {Results} */
  const results = { passed: 0, failed: [], skipped: [] }
  for (const { name, status, assertionResults } of files) {
    for (const { fullName, status: outcome } of assertionResults) {
      if (outcome === 'passed') results.passed += 1
      else if (outcome === 'failed') results.failed.push(fullName.trim())
      else results.skipped.push(fullName.trim())
    }
    if (status === 'failed' && !assertionResults.some(({ status: outcome }) => outcome === 'failed')) {
      results.failed.push(name)
    }
  }
  if (!ok && results.failed.length === 0) results.failed.push('the run itself (see above)')
  return results
}
