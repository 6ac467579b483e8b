import { describe, expect, it } from 'vitest'
import type { StoredRecipe } from '#core/ports/project-store'
import type { Recipe, RecipeWords } from '#core/synthesis/recipe'
import { addSource, newRun, planOver } from './samples'
import { type MakeStore, onStore } from './harness'

const words: RecipeWords = {
  ask: 'Write {count}.',
  shortAsk: 'Write.',
  examples: [{ passage: 'A.', pairs: [{ instruction: 'a?', response: 'A', quote: 'A', options: ['A', 'B'] }] }],
}

export const SAMPLE_RECIPE: Recipe = {
  format: 1,
  name: 'mine',
  title: { en: 'Mine', zh: '我的' },
  task: 'open-question',
  form: 'open',
  needsPassage: true,
  pairs: { perTokens: 120, minimum: 1, maximum: 8 },
  sampling: { temperature: 0.7, topP: 0.95, tokensPerPair: 120 },
  style: '',
  words: { en: words, zh: words },
  parts: null,
}

export function storedRecipe(version: string, savedAt: number, own = true): StoredRecipe {
  return { version, recipe: { ...SAMPLE_RECIPE, name: `mine-${version}` }, own, savedAt }
}

export function recipeRules(make: MakeStore): void {
  describe('recipes', () => {
    it(
      'STORE19: a recipe is kept under its version; the person’s own are listed, newest first',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        await under.store.saveRecipe(fence, storedRecipe('a', 1))
        await under.store.saveRecipe(fence, storedRecipe('b', 2))
        await under.store.saveRecipe(fence, storedRecipe('c', 3, false))
        const store = await under.reopen()
        expect((await store.ownRecipes()).map(({ version }) => version)).toEqual(['b', 'a'])
        expect(await store.recipe('c')).toEqual(storedRecipe('c', 3, false))
        expect(await store.recipe('d')).toBeUndefined()
      }),
    )

    it(
      'STORE19: saving what is there changes nothing but that it may become the person’s own',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        await under.store.saveRecipe(fence, storedRecipe('a', 1, false))
        await under.store.saveRecipe(fence, storedRecipe('a', 9, true))
        expect(await under.store.recipe('a')).toEqual(storedRecipe('a', 1, true))
        await under.store.saveRecipe(fence, storedRecipe('a', 9, false))
        expect(await under.store.recipe('a')).toEqual(storedRecipe('a', 1, true))
      }),
    )

    it(
      'STORE19: one that a run names stays for it when the person deletes it',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        const { keys } = await addSource(under.store, fence, 'a', 1, 1)
        const run = newRun('r', 1)
        const request = { ...run.request, recipe: 'mine-a', recipeVersion: 'a' }
        await under.store.createRun(fence, { ...run, request }, planOver(keys, 1), [])
        await under.store.saveRecipe(fence, storedRecipe('a', 1))
        await under.store.saveRecipe(fence, storedRecipe('b', 2))
        await under.store.deleteRecipe(fence, 'a')
        await under.store.deleteRecipe(fence, 'b')
        expect(await under.store.ownRecipes()).toEqual([])
        expect(await under.store.recipe('a')).toEqual(storedRecipe('a', 1, false))
        expect(await under.store.recipe('b')).toBeUndefined()
      }),
    )

    it(
      'STORE8: a recipe is not saved under an older fence',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        await under.store.takeFence()
        const saving = under.store.saveRecipe(fence, storedRecipe('a', 1))
        await expect(saving).rejects.toMatchObject({ problem: { kind: 'lost-lock' } })
        expect(await under.store.recipe('a')).toBeUndefined()
      }),
    )
  })
}
