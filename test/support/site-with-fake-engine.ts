import { cp, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { bundleFakeEngine } from '#test/support/bundle-fake-engine'

/** Copies the built app, with a scripted engine where the CPU engine's worker lies: faults come when they are asked for. */
export async function siteWithFakeEngine(site: string, folder: string): Promise<void> {
  await cp(site, folder, { recursive: true })
  const assets = path.join(folder, 'assets')
  const workers = (await readdir(assets)).filter(name => /^wllama-worker-.*\.js$/u.test(name))
  const [worker, ...others] = workers
  if (worker === undefined || others.length > 0) throw new Error(`expected one worker, got ${workers.length}`)
  await writeFile(path.join(assets, worker), await bundleFakeEngine())
}
