// Groups of tests: unit (no browser); chromium and firefox (the built extension in real ones); webmail and wordpress (with
// real servers).
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const e2e = (name: string) => ({
  test: {
    name,
    include: [`tests/e2e/${name}/**/*.test.ts`],
    environment: 'node' as const,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/bench/**'],
          environment: 'happy-dom',
          // Generated cases and pages of thousands of rows take their time on a busy machine.
          testTimeout: 30_000,
          // Golden pages have frames. They stay empty until a test attaches a document.
          environmentOptions: { happyDOM: { settings: { enableIframePageLoading: true } } },
        },
      },
      e2e('chromium'),
      e2e('firefox'),
      e2e('webmail'),
      e2e('wordpress'),
    ],
  },
});
