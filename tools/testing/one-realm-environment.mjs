import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/** What jest takes for the context of a test file; code that is to be compiled for it is compiled for the realm that is there anyway. */
const HERE = vm.createContext({});
const { compileFunction } = vm;
vm.compileFunction = (code, parameters, { parsingContext, ...options } = {}) =>
  compileFunction(code, parameters, parsingContext === HERE ? options : { ...options, parsingContext });

/**
 * Test files run in the realm of their worker, one after the other, not each in a realm of its own: there a global is found a hundred times slower, and
 * nothing that Node has loaded before can be used (docs/decisions/tests-share-their-packages.md). What a file leaves on `globalThis` goes with it.
 */
export default class OneRealmEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.globals = Object.getOwnPropertyDescriptors(globalThis);
    this.ofProcess = { exit: process.exit, getBuiltinModule: process.getBuiltinModule };
    this.global = globalThis;
  }

  getVmContext() {
    return HERE;
  }

  async teardown() {
    await super.teardown();
    for (const key of Reflect.ownKeys(globalThis)) if (!Object.hasOwn(this.globals, key)) Reflect.deleteProperty(globalThis, key);
    Object.defineProperties(globalThis, { console: this.globals.console });
    Object.assign(process, this.ofProcess);
  }
}
