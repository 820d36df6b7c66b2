import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    env: { TZ: 'Pacific/Chatham', LC_ALL: 'C' },
    testTimeout: 60_000,
  },
});
