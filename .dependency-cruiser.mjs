/** Who may import whom. A room not named here imports nothing; its own files are always open to it. */
const MAY_IMPORT = {
  core: [],
  engines: ['core'],
  storage: ['core'],
  files: ['core'],
  messages: ['core'],
  runner: ['core', 'messages'],
  ui: [],
  features: ['core', 'ui', 'messages'],
  cli: ['core', 'messages'],
  app: ['core', 'engines', 'storage', 'files', 'messages', 'runner', 'ui', 'features', 'cli'],
}

/** Packages of npm by room; a room not named here may use any. `core` and `messages` use none. */
const PACKAGES = {
  core: [],
  messages: [],
  runner: [],
  ui: ['react', 'react-dom', '@tanstack/react-virtual'],
  features: ['react', 'react-dom', 'react-error-boundary', 'zustand', '@tanstack/react-virtual'],
}

const roomPath = rooms => `^src/(?:${rooms.join('|')})/`
const packagePath = names => `node_modules/(?:@types/)?(?:${names.join('|')})/`

const roomRules = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `${room}-imports`,
  severity: 'error',
  comment:
    allowed.length === 0
      ? `${room} imports no other room: hand it what it needs.`
      : `${room} may import ${allowed.join(', ')}; anything else is handed to it by app.`,
  from: { path: roomPath([room]) },
  to: { path: '^(?:src|test)/', pathNot: roomPath([room, ...allowed]) },
}))

const packageRules = Object.entries(PACKAGES).map(([room, allowed]) => ({
  name: `${room}-packages`,
  severity: 'error',
  comment: allowed.length === 0 ? `${room} uses no package of npm.` : `${room} may use ${allowed.join(', ')}.`,
  from: { path: roomPath([room]) },
  to: { path: 'node_modules/', ...(allowed.length === 0 ? {} : { pathNot: packagePath(allowed) }) },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...roomRules,
    ...packageRules,
    {
      name: 'core-platform',
      severity: 'error',
      comment: 'core runs anywhere: no module of Node.',
      from: { path: '^src/(?:core|messages|ui|features|runner)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'messages-types-only',
      severity: 'error',
      comment: 'messages describe data: import only types of core (and problem.ts, which carries failures across).',
      from: { path: '^src/messages/' },
      to: { path: '^src/core/', pathNot: '^src/core/problem\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-apart',
      severity: 'error',
      comment: 'A screen knows no other screen. What two of them need lies directly in src/features, or in ui or core.',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/[^/]+/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'features-shared-below',
      severity: 'error',
      comment: 'Files directly in src/features are shared by the screens, so they import none of them.',
      from: { path: '^src/features/[^/]+$' },
      to: { path: '^src/features/[^/]+/' },
    },
    {
      name: 'engines-apart',
      severity: 'error',
      comment: 'Each engine is a plug of its own; what two of them need lies directly in src/engines.',
      from: { path: '^src/engines/([^/]+)/' },
      to: { path: '^src/engines/[^/]+/', pathNot: '^src/engines/$1/' },
    },
    {
      name: 'database-in-storage',
      severity: 'error',
      comment: 'Only storage knows the database.',
      from: { path: '^src/', pathNot: '^src/storage/' },
      to: { path: 'node_modules/dexie' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Move what both need into a third file.',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing imports this file and it imports nothing: wire it up or delete it.',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: ['\\.d\\.ts$', '^src/app/workers/', '^src/cli/bin/'],
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'This import leads nowhere.',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'kept-packages',
      severity: 'error',
      comment: 'Shipped code uses packages under "dependencies" only.',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: ['node_modules/@types/', 'node_modules/vite/types/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|dist-node|test/out|test/fixtures)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'module', 'types', 'default', 'node'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.json', '.d.ts'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
}
