import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url))

/** The package's own name means the source, as in tsconfig.json. */
const alias = [
  { find: /^moloni-sdk$/, replacement: source('index.ts') },
  { find: /^moloni-sdk\/(kysely|bullmq|outsmart)$/, replacement: source('adapters/$1/index.ts') },
  { find: /^moloni-sdk\/(.+)$/, replacement: source('$1/index.ts') },
]

/** Programs that are started, built or installed take seconds, where the others take milliseconds. */
const slow = { testTimeout: 180_000, hookTimeout: 300_000 }

export default defineConfig({
  resolve: { alias },
  test: {
    // One for each core: a test that minds company is a defect.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'behaviour',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{package,programs}/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/types/**/*.test-d.ts'],
            tsconfig: 'test/types/tsconfig.json',
          },
        },
      },
      { extends: true, test: { name: 'programs', include: ['test/programs/**/*.test.ts'], ...slow } },
      { extends: true, test: { name: 'package', include: ['test/package/**/*.test.ts'], ...slow } },
    ],
  },
})
