// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { WriteScreen } from '#features/write/write-screen'
import { ProblemError } from '#core/problem'
import { FAKE_MODELS, fakeReady } from '#test/screens/fake-models'
import { type FakeOptions, fakeServices } from '#test/screens/fake-services'
import { find, press, renderOn, settle, write } from '#test/screens/render'

const MODEL = FAKE_MODELS[0]?.id ?? ''

async function draw(options: FakeOptions = {}) {
  const commands: [string, readonly unknown[]][] = []
  const services = fakeServices({
    models: FAKE_MODELS,
    ...options,
    session: { engine: fakeReady(MODEL), ...options.session },
    onCommand: (name, args) => commands.push([name, args]),
  })
  const host = await renderOn(services, <WriteScreen />)
  await settle(20)
  return { host, services, named: (name: string) => commands.filter(([one]) => one === name).map(([, args]) => args) }
}

function recipeRow(host: ParentNode, title: string): HTMLElement {
  return find(host, '.recipe', title)
}

async function choose(host: ParentNode, title: string): Promise<void> {
  await press(recipeRow(host, title).querySelector('input') ?? expect.fail())
}

/** A field by its label; the last one where several are called so. */
function field(host: ParentNode, label: string): HTMLInputElement | HTMLTextAreaElement {
  const labels = [...host.querySelectorAll('dialog label')].filter(one => one.textContent === label)
  const found = document.getElementById(labels.at(-1)?.getAttribute('for') ?? '')
  if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) return found
  throw new Error(`no field ${label}`)
}

const dialog = (host: ParentNode): HTMLElement => host.querySelector<HTMLElement>('dialog') ?? expect.fail()

describe('a recipe of one’s own', () => {
  it('WRITE1: a copy is saved under a name of its own, and is chosen', async () => {
    const { host, named, services } = await draw()
    await choose(host, 'Multiple choice')
    await press(find(host, 'button', 'Duplicate and edit'))
    expect(dialog(host).textContent).toContain('Made from “Multiple choice”')
    await write(field(host, 'Title in English'), 'Exam questions')
    expect(dialog(host).textContent).toContain('Called exam-questions in exports.')
    await write(field(host, 'Style'), 'For nurses.')
    await press(find(dialog(host), 'button', 'Save'))
    expect(host.querySelector('dialog')).toBeNull()
    const [stored] = services.project.recipes
    expect(stored).toMatchObject({
      own: true,
      recipe: { name: 'exam-questions', style: 'For nurses.', form: 'choice', task: 'multiple-choice' },
    })
    await settle(20)
    expect(recipeRow(host, 'Exam questions').querySelector('input')?.checked).toBe(true)
    expect(named('deleteRecipe')).toEqual([])
  })

  it('WRITE4: an edit takes the place of the version before, under the same name', async () => {
    const { host, named, services } = await draw()
    await press(find(host, 'button', 'Duplicate and edit'))
    await press(find(dialog(host), 'button', 'Save'))
    await settle(20)
    const [before] = services.project.recipes
    await press(find(host, 'button', 'Edit …'))
    expect(dialog(host).textContent).toContain('Saving makes a new version.')
    await write(field(host, 'Temperature'), '0.7')
    await press(find(dialog(host), 'button', 'Save'))
    await settle(20)
    expect(named('deleteRecipe')).toEqual([[before?.version]])
    expect(services.project.recipes).toHaveLength(1)
    expect(services.project.recipes[0]?.recipe).toEqual({
      ...before?.recipe,
      sampling: { ...before?.recipe.sampling, temperature: 0.7 },
    })
    expect(recipeRow(host, 'Questions and answers (own)').querySelector('input')?.checked).toBe(true)
  })

  it('WRITE4: saving without a change keeps the version', async () => {
    const { host, named, services } = await draw()
    await press(find(host, 'button', 'Duplicate and edit'))
    await press(find(dialog(host), 'button', 'Save'))
    await settle(20)
    await press(find(host, 'button', 'Edit …'))
    await press(find(dialog(host), 'button', 'Save'))
    await settle(20)
    expect(named('deleteRecipe')).toEqual([])
    expect(services.project.recipes.map(({ recipe }) => recipe.name)).toEqual(['questions-and-answers-own'])
  })

  it('WRITE3: says what is wrong at its field, saves nothing, and goes on once it is right', async () => {
    const { host, named } = await draw()
    await press(find(host, 'button', 'Duplicate and edit'))
    const most = field(host, 'At most')
    await write(most, '200')
    expect(most.getAttribute('aria-invalid')).toBe('true')
    expect(dialog(host).textContent).toContain('A number from 1 to 20.')
    await press(find(dialog(host), 'button', 'Save'))
    expect(named('saveRecipe')).toEqual([])
    expect(find(dialog(host), '[role=alert]', '').textContent).toBe('1 thing has to be put right first.')
    await write(most, '4')
    expect(most.getAttribute('aria-invalid')).toBeNull()
    await press(find(dialog(host), 'button', 'Save'))
    expect(named('saveRecipe')).toHaveLength(1)
  })

  it('WRITE3: what was just added is not called wrong before it is saved', async () => {
    const { host } = await draw()
    await press(find(host, 'button', 'Duplicate and edit'))
    await press(find(dialog(host), 'button', 'Add an example'))
    expect(dialog(host).querySelectorAll('[aria-invalid]')).toHaveLength(0)
    await press(find(dialog(host), 'button', 'Save'))
    expect(dialog(host).querySelectorAll('[aria-invalid]')).toHaveLength(3)
    expect(find(dialog(host), 'label', 'English and others').textContent).toBe('English and others (3)')
    await press([...dialog(host).querySelectorAll<HTMLElement>('.example button')].at(-1) ?? expect.fail())
    expect(dialog(host).querySelectorAll('[aria-invalid]')).toHaveLength(0)
  })

  it('WRITE1: an example’s pairs can be added, filled in and removed', async () => {
    const { host, services } = await draw()
    await choose(host, 'Step by step')
    await press(find(host, 'button', 'Duplicate and edit'))
    await press(find(dialog(host), 'button', 'Remove pair 1'))
    await press(find(dialog(host), '.example button', 'Add a pair'))
    const pair = dialog(host).querySelector('.example__pair') ?? expect.fail()
    const texts = [...pair.querySelectorAll('textarea')]
    expect(texts).toHaveLength(4)
    const said = ['How long?', 'Half an hour is thirty minutes.', 'thirty minutes', 'about half an hour']
    for (const [index, text] of said.entries()) await write(texts[index] ?? expect.fail(), text)
    await press(find(dialog(host), 'button', 'Save'))
    expect(services.project.recipes[0]?.recipe.words.en.examples[0]?.pairs).toEqual([
      {
        instruction: 'How long?',
        reasoning: 'Half an hour is thirty minutes.',
        response: 'thirty minutes',
        quote: 'about half an hour',
      },
    ])
  })

  it('WRITE1: the words for each language are told apart', async () => {
    const { host, services } = await draw()
    await press(find(host, 'button', 'Duplicate and edit'))
    await press(find(dialog(host), '.ui-segmented label', 'Chinese').querySelector('input') ?? expect.fail())
    await write(field(host, 'Instructions'), '要写的问答数量：{count}。请写给护士看的问答。')
    await press(find(dialog(host), 'button', 'Save'))
    const words = services.project.recipes[0]?.recipe.words
    expect(words?.zh.ask).toBe('要写的问答数量：{count}。请写给护士看的问答。')
    expect(words?.en.ask).toContain('Number of pairs to write: {count}.')
  })

  it('WRITE1: a mixture shows the shares that its weights come to, and what can be added', async () => {
    const { host, services } = await draw()
    await choose(host, 'A mixture of all')
    await press(find(host, 'button', 'Duplicate and edit'))
    expect(dialog(host).querySelector('.ui-bars')?.textContent).toContain('Questions and answers30%')
    await press(find(dialog(host), 'button', 'Remove Summaries'))
    await write(dialog(host).querySelector<HTMLInputElement>('.parts input') ?? expect.fail(), '1')
    expect(dialog(host).querySelector('.ui-bars')?.textContent).toContain('Questions and answers14.3%')
    const select = dialog(host).querySelector('select') ?? expect.fail()
    expect([...select.options].map(option => option.value)).toEqual(['', 'summary'])
    await act(async () => {
      select.value = 'summary'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await press(
      find(dialog(host), '.ui-segmented label', 'Each passage gets all').querySelector('input') ?? dialog(host),
    )
    expect(dialog(host).querySelector('.ui-bars')).toBeNull()
    await press(find(dialog(host), 'button', 'Save'))
    expect(services.project.recipes[0]?.recipe.parts).toMatchObject({
      mode: 'each',
      items: [{ weight: 1 }, {}, {}, {}, {}, { recipe: { name: 'summary' }, weight: 1 }],
    })
  })

  it('WRITE4: closing asks about changes that are not saved, and only about those', async () => {
    const { host, named } = await draw()
    await press(find(host, 'button', 'Duplicate and edit'))
    await press(find(dialog(host), 'button', 'Cancel'))
    expect(host.querySelector('dialog')).toBeNull()
    await press(find(host, 'button', 'Duplicate and edit'))
    await write(field(host, 'Style'), 'Short.')
    await act(async () => dialog(host).dispatchEvent(new Event('cancel', { cancelable: true })))
    expect(dialog(host).textContent).toContain('Your changes are not saved.')
    await press(find(dialog(host), 'button', 'Go on editing'))
    expect(field(host, 'Style').value).toBe('Short.')
    await press(find(dialog(host), 'button', 'Cancel'))
    await press(find(dialog(host), 'button', 'Discard them'))
    expect(host.querySelector('dialog')).toBeNull()
    expect(named('saveRecipe')).toEqual([])
  })

  it('WRITE4: what could not be saved stays in its fields, with the reason', async () => {
    const saveRecipe = () => Promise.reject(new ProblemError({ kind: 'quota-full' }))
    const { host } = await draw({ commands: { saveRecipe } })
    await press(find(host, 'button', 'Duplicate and edit'))
    await write(field(host, 'Style'), 'Short.')
    await press(find(dialog(host), 'button', 'Save'))
    expect(find(dialog(host), '[role=alert]', '').textContent).not.toBe('')
    expect(field(host, 'Style').value).toBe('Short.')
  })

  it('WRITE4: deleting an own recipe is asked back', async () => {
    const { host, named, services } = await draw()
    await press(find(host, 'button', 'Duplicate and edit'))
    await press(find(dialog(host), 'button', 'Save'))
    await settle(20)
    await press(find(host, 'button', 'Delete …'))
    await press(find(dialog(host), 'button', 'Keep it'))
    expect(named('deleteRecipe')).toEqual([])
    await press(find(host, 'button', 'Delete …'))
    await press(find(dialog(host), 'button', 'Delete the recipe'))
    await settle(20)
    expect(services.project.recipes).toEqual([])
    expect(recipeRow(host, 'Questions and answers').querySelector('input')?.checked).toBe(true)
    expect(() => find(host, 'button', 'Edit …')).toThrow()
  })
})
