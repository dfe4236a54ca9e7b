import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/** What jest takes for the context of a test file; code that is to be compiled for it is compiled for the realm that is there anyway. */
const HERE = vm.createContext({});
const { compileFunction } = vm;
vm.compileFunction = (code, parameters, { parsingContext, ...options } = {}) =>
  compileFunction(code, parameters, parsingContext === HERE ? options : { ...options, parsingContext });

/**
 * Test files run in the realm of their worker, one after the other, not each in a realm of its own: there a global is found a hundred times slower, and
 * nothing that Node has loaded before can be used (docs/decisions/tests-share-their-packages.md). What a file leaves on
 * `globalThis` or among the environment's variables goes with it, and what it replaced there comes back.
 */
export default class OneRealmEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.globals = Object.getOwnPropertyDescriptors(globalThis);
    this.ofProcess = { exit: process.exit, exitCode: process.exitCode, getBuiltinModule: process.getBuiltinModule };
    this.variables = { ...process.env };
    this.global = globalThis;
  }

  getVmContext() {
    return HERE;
  }

  async teardown() {
    await super.teardown();
    removeNew(globalThis, this.globals);
    for (const key of Reflect.ownKeys(this.globals))
      if (this.globals[key].configurable) Object.defineProperty(globalThis, key, this.globals[key]);
    Object.assign(process, this.ofProcess);
    removeNew(process.env, this.variables);
    Object.assign(process.env, this.variables);
  }
}

function removeNew(object, before) {
  for (const key of Reflect.ownKeys(object)) if (!Object.hasOwn(before, key)) Reflect.deleteProperty(object, key);
}
