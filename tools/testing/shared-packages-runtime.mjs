import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import Runtime from 'jest-runtime';

/** Packages that keep what a test file does to them: every file has them anew. */
const KEEPS_STATE = /^(prom-client|@lingui\/[^/]+)(\/|$)/;
const OURS = /^([./]|@leadclock\/)/;

/** As a package would load it: Node says nothing of an ES module that a package loads so. */
const load = createRequire(path.resolve('node_modules', 'jest', 'package.json'));

/**
 * The packages that our code and its tests name are loaded by Node itself, once a worker; jest would load all their files anew for every test file, which
 * takes longer than most of the files' tests (docs/decisions/tests-share-their-packages.md).
 */
export default class SharedPackagesRuntime extends Runtime {
  requireModuleOrMock(from, moduleName) {
    const isShared = !OURS.test(moduleName) && !isBuiltin(moduleName) && !KEEPS_STATE.test(moduleName) && !from.includes('/node_modules/');
    return isShared ? load(moduleName) : super.requireModuleOrMock(from, moduleName);
  }
}
