import type { Page } from 'playwright'
import { makeGguf } from '#test/support/make-gguf'
import { go } from './app-page'

/** Adds a small GGUF of random weights through the screen, under a name that may choose a script of the scripted engine. */
export async function addModel(page: Page, name: string): Promise<void> {
  await go(page, 'models')
  const buffer = Buffer.from(makeGguf())
  await page.getByTestId('model-files').setInputFiles([{ name, mimeType: 'application/octet-stream', buffer }])
  await page.getByRole('button', { name: 'Add this model' }).click()
  await page.getByRole('button', { name: 'Load', exact: true }).first().waitFor()
}

/** Chooses the model on Write pairs; it is loaded when the run starts. */
export async function chooseModel(page: Page): Promise<void> {
  await go(page, 'write')
  await page.getByRole('radio', { name: 'A model on this device' }).check()
}

export async function startModelRun(page: Page): Promise<void> {
  await chooseModel(page)
  await page.getByRole('button', { name: /^(Write from (all|the passage)|Resume this run)/u }).click()
}
