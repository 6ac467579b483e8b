declare const __CHECKS_VERSION__: string | undefined

/** Version of the checks in this build (`src/cli/checks-version.ts`); absent where the sources are served as they are. */
export const CHECKS_VERSION = typeof __CHECKS_VERSION__ === 'undefined' ? undefined : __CHECKS_VERSION__
