/** CommonJS inside Jest: swc turns our ESM sources into CommonJS; packages are as Node loads them. */
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
  },
];
const settings = {
  testEnvironment: '<rootDir>/tools/testing/one-realm-environment.mjs',
  runtime: '<rootDir>/tools/testing/shared-packages-runtime.mjs',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  moduleNameMapper: {
    '^@leadclock/(domain|event-log|read-model|live-protocol|identity|runtime)/(.*)\\.js$': '<rootDir>/libs/$1/src/$2',
    '^@leadclock/(ingest|projector|alerts|live|simulator|leadclock)/(.*)\\.js$': '<rootDir>/apps/$1/src/$2',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.[tj]sx?$': swc },
};
const withServers = {
  ...settings,
  globalSetup: '<rootDir>/tools/testing/start-servers.mjs',
  globalTeardown: '<rootDir>/tools/testing/stop-servers.mjs',
};

export default {
  projects: [
    {
      ...settings,
      displayName: 'pure',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.(int|e2e)\\.spec\\.ts$', '/node_modules/'],
    },
    { ...withServers, displayName: 'real', testMatch: ['**/*.int.spec.ts', '**/*.e2e.spec.ts'] },
  ],
  testSequencer: '<rootDir>/tools/testing/long-first-sequencer.mjs',
  // stories wait for clocks and servers a fifth of their time: on two cores a third one fills that
  maxWorkers: 3,
  testTimeout: 60_000,
};
