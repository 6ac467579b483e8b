import type { ProjectStore } from '#core/ports/project-store'

/** One project under test; made new for each test. */
export interface StoreUnderTest {
  readonly store: ProjectStore
  /** Another connection to the same project, as another tab would have. */
  another(): Promise<ProjectStore>
  /** Closes everything and opens again, as a reload does. */
  reopen(): Promise<ProjectStore>
  dispose(): Promise<void>
}

export type MakeStore = () => Promise<StoreUnderTest>

/** Runs a test on a new project and throws the project away. */
export function onStore(make: MakeStore, test: (under: StoreUnderTest) => Promise<void>): () => Promise<void> {
  return async () => {
    const under = await make()
    try {
      await test(under)
    } finally {
      await under.dispose()
    }
  }
}
