/** Reporter for CI: silent about what passed, whole about what failed, and again at the end where logs are read first. */
import { relative } from 'node:path';

const write = (text) => process.stdout.write(`${text}\n`);

export default class CiReporter {
  #passedCount = 0;
  #failures = [];
  #secondTries = [];
  #skipped = [];

  onTestCaseResult(test) {
    const { state, errors = [] } = test.result();
    const name = nameOf(test);
    if (state === 'skipped') this.#skipped.push(name);
    if (state === 'passed') {
      this.#passedCount += 1;
      if (test.diagnostic()?.flaky) this.#secondTries.push(name);
    }
    if (state === 'failed') this.#fail(name, errors);
  }

  onTestSuiteResult(suite) {
    const errors = suite.errors();
    if (errors.length > 0) this.#fail(nameOf(suite), errors);
  }

  onTestModuleEnd(module) {
    const errors = module.errors();
    if (errors.length > 0) this.#fail(fileOf(module), errors);
  }

  onTestRunEnd(_modules, unhandled, reason) {
    for (const error of unhandled) this.#fail('outside of any test', [error]);
    for (const name of this.#skipped) write(`skipped: ${name}`);
    for (const name of this.#secondTries) write(`passed at the second try: ${name}`);
    if (this.#failures.length > 0) write(`\nfailed:\n${this.#failures.join('\n')}`);
    if (reason === 'interrupted') write('the run was interrupted');
    write(`${this.#passedCount} passed, ${this.#failures.length} failed, ${this.#skipped.length} skipped`);
  }

  #fail(name, errors) {
    const [first] = errors;
    this.#failures.push(`  ${name}: ${firstLine(first?.message ?? 'failed')}`);
    write(`FAILED ${name}`);
    for (const { message, stack, diff } of errors) {
      write(indent(stack?.includes(firstLine(message)) ? stack : `${message}\n${stack ?? ''}`));
      if (diff) write(indent(diff));
    }
  }
}

const fileOf = (module) => relative(process.cwd(), module.moduleId);
const nameOf = (entity) => `${fileOf(entity.module)} > ${entity.fullName}`;
const firstLine = (text) => String(text).split('\n', 1)[0];
const indent = (text) => String(text).replaceAll(/^/gm, '  ');
