/** Where each folder of `src/` stands. Imports point down only. */
export const floors: Readonly<Record<string, number>> = {
  errors: 0,
  internal: 0,
  store: 0,
  http: 1,
  oauth: 1,
  pt: 2,
  es: 2,
  domain: 2,
  mappers: 3,
  sync: 4,
  adapters: 5,
  testing: 6,
  'index.ts': 7,
}

/** Neighbours on one floor that may be imported all the same. */
export const neighbours: Readonly<Record<string, readonly string[]>> = {
  internal: ['errors'],
  store: ['errors', 'internal'],
  oauth: ['http'],
}

/** Packages that only some folders may import; the others are free. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  ky: ['http/'],
  'p-queue': ['http/'],
  'p-retry': ['http/'],
  'big.js': ['internal/money.ts'],
  graphql: ['testing/'],
  msw: ['testing/'],
  kysely: ['adapters/'],
  bullmq: ['adapters/'],
}

/** Who may import modules of Node. */
export const nodeAllowed: readonly string[] = ['testing/http/serve.ts', 'testing/http/msw.ts', 'adapters/']

/** Emulators are the second opinion: nothing under here imports the rest of the library… */
export const isolated = 'testing/'
/** …except the conformance suites, which check implementations of the library's own ports. */
export const isolatedExcept: readonly string[] = ['testing/conformance/']

export const maxLines = 300
