import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const SECRET = 'dGVzdHMgb25seTogbm8gZGVwbG95bWVudCBoYXMgdGhpcyBzZWNyZXQ=';

export default defineConfig({
  test: {
    // Each file has a database of its own. A browser test waits for a third of its time: three at once keep two cores busy.
    maxWorkers: 3,
    // The app's own request log is left out; anything else that is printed is shown.
    onConsoleLog: (log) => !log.startsWith('{"id"'),
    projects: [
      {
        test: {
          name: 'rules',
          include: ['tests/**/*.rules.test.ts'],
          environment: 'node',
          isolate: false,
          // Thousands of random courses: how long they take says nothing.
          testTimeout: 60_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            main: './src/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                SECRET,
                ENVIRONMENT: 'local',
                TEST_MIGRATIONS: await readD1Migrations('migrations'),
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['tests/**/*.worker.test.{ts,tsx}'],
          isolate: false,
          setupFiles: ['tests/support/migrate.ts'],
          // Three share two cores: how long one takes says nothing.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/**/*.server.test.ts'],
          environment: 'node',
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
