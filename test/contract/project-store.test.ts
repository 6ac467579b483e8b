import 'fake-indexeddb/auto'
import { projectStoreContract } from './project-store'
import { dexieStore } from './storage/dexie-store'

projectStoreContract('project store over IndexedDB', dexieStore)
