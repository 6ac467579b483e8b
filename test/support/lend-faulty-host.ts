import type { TestProject } from 'vitest/node'
import { type FaultyHost, startFaultyHost } from '#test/support/faulty-host'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a host with faults to order, for tests in a browser. */
    faultyHost: string
  }
}

let host: FaultyHost | null = null

export async function setup(project: TestProject): Promise<void> {
  host = await startFaultyHost()
  project.provide('faultyHost', host.url)
}

export async function teardown(): Promise<void> {
  await host?.close()
}
