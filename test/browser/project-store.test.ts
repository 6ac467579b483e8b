import { projectStoreContract } from '#test/contract/project-store'
import { dexieStore } from '#test/contract/storage/dexie-store'

projectStoreContract('project store over the IndexedDB of a real Chromium', dexieStore)
