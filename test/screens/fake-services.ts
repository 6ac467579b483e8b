import { createElement, type ReactNode } from 'react'
import { ServicesContext } from '#features/context'
import type { Commands, Device, Services } from '#features/services'
import { createSession, type Session, type SessionStore } from '#features/session'
import { expectedCounts } from '#core/export/export-plan'
import type { StoredModel } from '#core/models/model'
import { ProblemError, problemOf } from '#core/problem'
import { type FakeProject, fakeProject } from './fake-data'
import { fakeCorpus } from './fake-corpus'
import { fakeModelCommands } from './fake-models'
import { fakeReader } from './fake-reader'
import { fakeTeaching } from './fake-teaching'
import { DESKTOP_GPU } from '#test/support/gpu-facts'

export interface FakeOptions {
  readonly sources?: number
  readonly pairs?: number
  /** What lies on the device; none unless told. */
  readonly models?: readonly StoredModel[]
  readonly session?: Partial<Session>
  /** Told of every command, by name and arguments. */
  readonly onCommand?: (name: string, args: readonly unknown[]) => void
  /** Replaces single commands. */
  readonly commands?: Partial<Commands>
  readonly device?: Partial<Device>
  /** Changes the project before it is shown. */
  readonly prepare?: (project: FakeProject) => void
}

function commandsOn(
  session: SessionStore,
  project: FakeProject,
  models: readonly StoredModel[],
  tell: (name: string, args: unknown[]) => void,
): Commands {
  const reader = fakeReader(project)
  const said =
    <T>(name: string, value: T) =>
    (...args: unknown[]): Promise<T> => {
      tell(name, args)
      return Promise.resolve(value)
    }
  const quiet =
    (name: string) =>
    (...args: unknown[]): void =>
      tell(name, args)
  const touch = (what: keyof Session['revisions']): void =>
    session.setState(state => ({ revisions: { ...state.revisions, [what]: state.revisions[what] + 1 } }))
  const firstRun = (): Promise<never> => Promise.reject(new ProblemError({ kind: 'nothing-to-write' }))
  return {
    addFiles: said('addFiles', []),
    addDrop: said('addDrop', []),
    addFileList: said('addFileList', []),
    pickFolder: said('pickFolder', []),
    cancelIngest: quiet('cancelIngest'),
    addSample: said('addSample', undefined),
    reread: said('reread', { name: '', source: 1, documents: 1, problem: null }),
    hasFile: source => source !== 6,
    previewTable: said('previewTable', {
      columns: ['id', 'question', 'answer', 'written'],
      column: 'answer',
      rows: [
        ['1', 'How far does the light carry?', 'Twenty miles on a clear night.', '2019-04-01'],
        ['2', 'Who trims the wick?', 'The keeper on watch, every four hours.', '2019-04-02'],
        ['3', '雾号多久响一次？', '每三十秒响一次，每次两秒。', '2019-04-02'],
      ],
    }),
    previewCut: async (order, settings) => {
      tell('previewCut', [order, settings])
      const document = project.documents.find(one => one.order === order)
      if (document === undefined) throw new ProblemError({ kind: 'nothing-to-write' })
      const text = project.texts.get(order) ?? ''
      const passages = (project.passages.get(order) ?? []).map(passage => ({
        ...passage,
        text: text.slice(passage.start, passage.end),
        tokens: Math.ceil((passage.end - passage.start) / 4),
      }))
      return { document, passages, complete: true }
    },
    recut: async (settings, _signal, progress) => {
      tell('recut', [settings])
      progress(project.documents.length, project.documents.length)
      return { documents: project.documents.length, passages: 30 }
    },
    removeSource: async (id, removed) => {
      tell('removeSource', [id, removed])
      const at = project.sources.findIndex(one => one.id === id)
      const source = project.sources[at]
      if (source !== undefined) project.sources[at] = { ...source, removed }
      touch('sources')
    },
    deleteSource: async id => {
      tell('deleteSource', [id])
      const at = project.sources.findIndex(one => one.id === id)
      if (at >= 0) project.sources.splice(at, 1)
      touch('sources')
    },
    previewRun: async ask => {
      tell('previewRun', [ask])
      const { request } = ask
      return {
        passages: Math.min(request.sample ?? 2_931, 2_931),
        documents: request.documents?.length ?? project.documents.length,
        characters: 2_400_000,
        existing: null,
        estimate: null,
      }
    },
    startRun: async request => {
      tell('startRun', [request])
      return project.runs[0] ?? (await firstRun())
    },
    pauseRun: said('pauseRun', undefined),
    resumeRun: said('resumeRun', undefined),
    cancelRun: said('cancelRun', undefined),
    chooseRun: async (sequence, chosen) => {
      tell('chooseRun', [sequence, chosen])
      const at = project.runs.findIndex(one => one.sequence === sequence)
      const run = project.runs[at]
      if (run !== undefined) project.runs[at] = { ...run, chosen }
      touch('runs')
    },
    deleteRun: said('deleteRun', undefined),
    ...fakeModelCommands(session, project, models, tell),
    ...fakeTeaching(session, tell),
    ...fakeCorpus(project, tell),
    decide: async (selection, decision) => {
      tell('decide', [selection, decision])
      if (!('keys' in selection)) return project.pairs.length
      for (const key of selection.keys) {
        const at = project.pairs.findIndex(one => one.key === key)
        const stored = project.pairs[at]
        if (stored === undefined) continue
        const state = decision === 'keep' ? 'kept' : decision === 'drop' ? 'dropped' : 'ready'
        project.pairs[at] = { ...stored, pair: { ...stored.pair, decision, state } }
      }
      touch('pairs')
      return selection.keys.length
    },
    edit: said('edit', undefined),
    answerAgain: async (key, seed, _signal, onText) => {
      tell('answerAgain', [key, seed])
      const response = 'Because pine resin blackened the glass within an hour.'
      onText(response)
      const usage = { promptTokens: 212, reusedTokens: 0, answerTokens: 14, prefillMs: 210, decodeMs: 480 }
      return { response, reason: null, raw: response, model: 'qwen', usage }
    },
    addPair: async own => {
      tell('addPair', [own])
      touch('pairs')
      return project.pairs[0]?.key ?? ''
    },
    previewJudging: said('previewJudging', { pairs: 0, moves: [], checks: [] }),
    judgeAnew: said('judgeAnew', { pairs: 0, moves: [], checks: [] }),
    estimateGate: said('estimateGate', { judge: null, pairs: 0, judged: 0, probes: 0, ms: null, from: null }),
    judgeByModel: () => Promise.reject(new ProblemError({ kind: 'model-missing', model: '' })),
    saveSample: async sample => {
      tell('saveSample', [sample])
      const at = project.samples.findIndex(one => one.id === sample.id)
      if (at >= 0) project.samples[at] = sample
      else project.samples.unshift(sample)
      touch('pairs')
    },
    deleteSample: async id => {
      tell('deleteSample', [id])
      project.samples.splice(0, project.samples.length, ...project.samples.filter(one => one.id !== id))
      touch('pairs')
    },
    undo: said('undo', undefined),
    redo: said('redo', undefined),
    exportPreview: async (options, rows) => {
      tell('exportPreview', [options, rows])
      const lines = project.pairs.slice(0, rows).map(({ pair }) =>
        JSON.stringify({
          instruction: pair.instruction,
          response: pair.response,
          task: pair.task,
          state: pair.state,
        }),
      )
      return { lines, counts: expectedCounts(options, await reader.tallies(null)) }
    },
    exportTo: async (options, _signal, progress) => {
      tell('exportTo', [options])
      const counts = expectedCounts(options, await reader.tallies(null))
      progress({ phase: 'check', rows: counts.pairs, total: counts.pairs })
      return { files: [{ name: `${options.name}.jsonl`, bytes: 48_204, rows: counts.pairs, blob: null }], counts }
    },
    backup: async (_signal, progress) => {
      tell('backup', [])
      progress(project.pairs.length)
      return { name: 'project.pairloom.jsonl.gz', bytes: 1_204_811, rows: project.pairs.length, blob: null }
    },
    restore: said('restore', undefined),
    createProject: said('createProject', undefined),
    openProject: said('openProject', undefined),
    renameProject: async (id, name) => {
      tell('renameProject', [id, name])
      session.setState(state => ({ projects: state.projects.map(one => (one.id === id ? { ...one, name } : one)) }))
    },
    deleteProject: said('deleteProject', undefined),
    startFresh: said('startFresh', undefined),
    reload: quiet('reload'),
    update: said('update', undefined),
    runHere: said('runHere', undefined),
    setLocale: locale => {
      tell('setLocale', [locale])
      session.setState({ locale })
      document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
    },
    setTheme: theme => {
      tell('setTheme', [theme])
      session.setState({ theme })
      if (theme === 'system') delete document.documentElement.dataset['theme']
      else document.documentElement.dataset['theme'] = theme
    },
    go: (screen, params) => {
      tell('go', [screen, params])
      session.setState({ route: { screen, params: new URLSearchParams(params) } })
    },
    dismissNotice: id => session.setState(state => ({ notices: state.notices.filter(one => one.id !== id) })),
    copyText: said('copyText', undefined),
    report: thrown => {
      tell('report', [problemOf(thrown)])
      session.setState(state => ({
        notices: [
          ...state.notices,
          { id: state.notices.length + 100, tone: 'problem', text: problemOf(thrown).kind, undo: false },
        ],
      }))
    },
  }
}

/** A laptop whose GPU computes with 16-bit numbers. */
const FAST_DEVICE = { ...DESKTOP_GPU, adapter: 'Apple', cores: 8, isolated: true }

const DEVICE: Device = {
  probe: async () => FAST_DEVICE,
  storage: async () => ({ usageBytes: 41_870_336, persisted: false }),
  persist: async () => true,
  network: () => ({ own: 24, other: 0, refused: 0, lastOther: [] }),
  diagnostics: async () => 'Pairloom 0.1.0\nChromium 156\ndatabase version 1\nsources 12 · pairs 9,480',
  online: () => true,
  canPickFolder: true,
  mac: false,
  forgetsUnused: false,
}

/** Services in memory: nothing is stored, nothing leaves, and most commands only tell that they were called. */
export function fakeServices(options: FakeOptions = {}): Services & { readonly project: FakeProject } {
  const project = fakeProject({ sources: options.sources ?? 11, pairs: options.pairs ?? 60 })
  options.prepare?.(project)
  const session = createSession({
    locale: 'en',
    theme: 'system',
    route: { screen: 'sources', params: new URLSearchParams() },
  })
  const summary = { id: 'p1', name: 'My first project' }
  const states = project.pairs.map(one => one.pair.state)
  session.setState({
    phase: 'open',
    role: 'writer',
    project: summary,
    projects: [summary],
    counts: {
      sources: project.sources.filter(one => !one.removed).length,
      toReview: states.filter(state => state === 'ready' || state === 'unsure').length,
      exportable: states.filter(state => state === 'kept' || state === 'ready').length,
      pairs: states.length,
    },
    ...options.session,
  })
  const tell = (name: string, args: unknown[]): void => options.onCommand?.(name, args)
  const reader = fakeReader(project)
  return {
    project,
    session,
    reader: () => reader,
    commands: { ...commandsOn(session, project, options.models ?? [], tell), ...options.commands },
    device: { ...DEVICE, ...options.device },
  }
}

export function FakeApp({ services, children }: { readonly services: Services; readonly children: ReactNode }) {
  return createElement(ServicesContext, { value: services }, children)
}
