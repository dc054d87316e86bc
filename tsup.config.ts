import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'pt/index': 'src/pt/index.ts',
    'es/index': 'src/es/index.ts',
    'oauth/index': 'src/oauth/index.ts',
    'mappers/index': 'src/mappers/index.ts',
    'sync/index': 'src/sync/index.ts',
    'outsmart/index': 'src/adapters/outsmart/index.ts',
    'kysely/index': 'src/adapters/kysely/index.ts',
    'bullmq/index': 'src/adapters/bullmq/index.ts',
    'testing/index': 'src/testing/index.ts',
  },
  format: 'esm',
  target: 'node20',
  platform: 'neutral',
  // Shared chunks give each class one identity, whichever sub-path it was imported from.
  splitting: true,
  sourcemap: true,
  clean: true,
  // TypeScript 6 refuses the `baseUrl` that tsup injects into its declaration build.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
})
