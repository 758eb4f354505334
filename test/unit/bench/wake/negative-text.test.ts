import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { negativeSentences } from '../../../../src/bench/wake/negative-text.ts';
import { tempDir } from '../../../support/temp-dir.ts';

it('reads each sentence once, without templates, long ones and those that hold a wake phrase', async () => {
  await using dir = await tempDir();
  const write = async (file: string, lines: readonly object[]) => {
    await mkdir(join(dir.path, 'text', file, '..'), { recursive: true });
    await writeFile(join(dir.path, 'text', file), lines.map((line) => JSON.stringify(line)).join('\n'));
  };
  await write('clinc.jsonl', [{ sentence: 'call mum' }, { sentence: 'my Computer is slow' }]);
  await write('slurp.jsonl', [{ sentence: 'call mum' }, { sentence: 'x'.repeat(201) }]);
  await write('ha-intents/en.jsonl', [{ sentence: 'turn on the lamp' }]);
  await write('home-llm/en_refusals.jsonl', [{ phrase: 'open the <device_name>' }]);
  await write('home-llm/en_specific_actions.jsonl', [{ phrase: 'shut the blinds' }]);
  await write('home-llm/en_status_requests.jsonl', [{ phrase: 'is {name} on' }]);

  const texts = (await negativeSentences(dir.path, ['computer'])).map(({ text }) => text);

  expect(texts.sort()).toEqual(['call mum', 'shut the blinds', 'turn on the lamp']);
});
