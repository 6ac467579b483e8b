import type { CatalogueModel, GgufFacts, StoredModel } from '#core/models/model'
import { ProblemError } from '#core/problem'
import type { DownloadWorkerApi } from '#messages/download-worker'
import type { ModelDisk } from '#storage/models/model-disk'
import { addModel, deleteModel, modelWithSha256 } from '#storage/models/model-store'
import type { DownloadPlan } from './plan-download'
import { ggufModel, joinedDigest, mlcModel, ownId, stemOf } from './stored-model'

interface Finishing {
  readonly disk: ModelDisk
  /** Reads what a GGUF says about itself. */
  readonly inspect: (files: readonly File[]) => Promise<GgufFacts>
  /** ms since 1970. */
  readonly now: number
  /** null for an address that the person gave. */
  readonly catalogue: CatalogueModel | null
}

/**
 * Makes a model of what was fetched and lists it. What turns out to be no model, or to be here already, is deleted.
 *
 * @throws ProblemError `not-a-model`, `model-damaged`, `architecture-unknown`, `quota-full`, `storage-unavailable`
 */
export async function finishDownload(
  { disk, inspect, now, catalogue }: Finishing,
  plan: DownloadPlan,
  fetched: DownloadWorkerApi['fetch']['result'],
): Promise<StoredModel> {
  const origin = catalogue === null ? 'url' : 'catalogue'
  const kept = plan.files.map(({ to }, index) => ({ at: to, bytes: fetched.files[index]?.bytes ?? 0 }))
  const known = { origin, bytes: fetched.bytes, addedAt: now, catalogue } as const
  if (plan.kind === 'mlc') {
    const model = mlcModel({ ...known, id: plan.id }, plan.config, plan.name, plan)
    return addModel({ id: model.id, model, files: kept, sha256: null }, plan.key)
  }
  const sha256 = await joinedDigest(fetched.files.map(file => file.sha256 ?? ''))
  const there = catalogue === null ? await modelWithSha256(sha256) : null
  if (there !== null) {
    await deleteModel(disk, plan.key)
    return there
  }
  const facts = await factsOf(disk, plan, inspect)
  const id = catalogue?.id ?? ownId(stemOf(plan.name), sha256)
  const model = ggufModel({ ...known, id }, facts, plan.name)
  return addModel({ id, model, files: kept, sha256 }, plan.key)
}

async function factsOf(disk: ModelDisk, plan: DownloadPlan, inspect: Finishing['inspect']): Promise<GgufFacts> {
  const files = await Promise.all(plan.files.map(async ({ to }) => ('path' in to ? disk.file(to.path) : null)))
  const there = files.filter(file => file !== null)
  if (there.length < files.length) throw new ProblemError({ kind: 'model-missing', model: plan.key })
  try {
    return await inspect(there)
  } catch (thrown) {
    await deleteModel(disk, plan.key)
    throw thrown
  }
}
