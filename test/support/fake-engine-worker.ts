import type { GgufSource } from '#core/models/model-source'
import type { Engine } from '#core/ports/engine'
import { createFakeEngine } from '#engines/fake/fake-engine'
import { realHost } from '#engines/fake/fake-host'
import type { FakeSource } from '#engines/fake/fake-source'
import { namedSource } from '#engines/fake/named-script'
// eslint-disable-next-line house/no-far-parent -- nothing but tests reaches into the composition root
import { serveEngine } from '../../src/app/workers/serve-engine'

// The scripted engine as a worker's whole code, to stand in for the worker of wllama: it takes what that one takes, and
// the name that the model's file had chooses the script (`named-script.ts`).

/** Under this name the Cache keeps how often each script was asked, so that a fault of one request strikes only once. */
const MEMORY = 'fake-engine'

/** A stored model's id is the name of its file and a part of its hash. */
const HASH = /-[0-9a-f]{12}$/u

let model = ''

/** Counts on after the thread was started anew. */
async function nextRequest(): Promise<number> {
  const cache = await caches.open(MEMORY)
  const key = new URL(`/fake-engine/${model}`, location.origin).href
  const asked = Number((await (await cache.match(key))?.text()) ?? 0)
  await cache.put(key, new Response(String(asked + 1)))
  return asked
}

const fake = createFakeEngine({
  ...realHost(
    () => self.close(),
    detail => served.lost(detail),
  ),
  nextRequest,
})

const engine: Engine<GgufSource | FakeSource> = {
  load: (cancel, source, onProgress) => {
    const script = source.engine === 'fake' ? source : namedSource(source.model.replace(HASH, ''), source.contextTokens)
    model = script.model
    return fake.load(cancel, script, onProgress)
  },
  dispose: () => fake.dispose(),
}

const scope = {
  postMessage: (message: unknown, transfer: Transferable[] = []): void => self.postMessage(message, { transfer }),
  addEventListener: self.addEventListener.bind(self),
  navigator: self.navigator,
}

const served = serveEngine(scope, engine)
