/** Prints how many tests each layer executed, from vitest's JSON reports, and fails when a layer ran none. */
import { readFileSync } from 'node:fs';

/** @param {string} file path of a test file @returns {string} its layer */
const layerOf = (file) => /\/test\/(unit|e2e|contract|models|ha|image|browser)\//.exec(file)?.[1] ?? 'other';

/** @type {Map<string, { passed: number, failed: number, skipped: number }>} */
const layers = new Map();
for (const path of process.argv.slice(2)) {
  const name = path.replace(/^.*\/|\.json$/g, '');
  for (const file of JSON.parse(readFileSync(path, 'utf8')).testResults) {
    const layer = `${name} ${layerOf(file.name)}`;
    const count = layers.get(layer) ?? { passed: 0, failed: 0, skipped: 0 };
    for (const test of file.assertionResults) {
      if (test.status === 'passed') count.passed += 1;
      else if (test.status === 'failed') count.failed += 1;
      else count.skipped += 1;
    }
    layers.set(layer, count);
  }
}
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [layer, count] of [...layers].sort(([a], [b]) => a.localeCompare(b))) {
  console.log(`${layer}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}
const isComplete = ['unit', 'e2e', 'contract'].every((layer) =>
  [...layers].some(([name, count]) => name.endsWith(` ${layer}`) && count.passed > 0),
);
if (!isComplete) {
  console.error('a layer ran no test');
  process.exitCode = 1;
}
if (total.skipped > 0) {
  console.error('a test was skipped: in CI every model, package and tool must be there');
  process.exitCode = 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
