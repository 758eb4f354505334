import { describe, expect, it } from 'vitest';
import { judgeWorkers, type WorkerFacts } from '../../../src/doctor/workers.ts';

const worker: WorkerFacts = {
  kind: 'stt',
  uri: 'tcp://10.0.0.2:10600',
  hasOther: false,
  answer: { roundTripMs: 2, models: ['ear'], servesLanguage: true },
};

const silent: WorkerFacts = { kind: 'stt', uri: worker.uri, hasOther: false };

const judge = (changes: Partial<WorkerFacts>) => judgeWorkers([{ ...worker, ...changes }], 'de');

describe('judgeWorkers', () => {
  it('says what a worker serves and how far it is', () => {
    expect(judge({})).toEqual([
      {
        topic: 'workers',
        verdict: 'ok',
        message: 'tcp://10.0.0.2:10600 serves speech-to-text (ear), 2.0 ms away',
      },
    ]);
  });

  it('tells one that does not answer: a problem where no other place serves', () => {
    const alone = judgeWorkers([silent], 'de');
    expect(alone).toMatchObject([
      { verdict: 'problem', fix: expect.stringContaining('hearken serve --only stt') },
    ]);
    expect(judgeWorkers([{ ...silent, hasOther: true }], 'de')).toMatchObject([
      { verdict: 'warning', message: expect.stringMatching(/another place serves meanwhile$/) },
    ]);
  });

  it('tells one that has nothing of the kind, is far, or knows other languages, each with its fix', () => {
    const answer = { roundTripMs: 2, models: ['ear'], servesLanguage: true };
    const found = [
      ...judge({ answer: { ...answer, models: [] } }),
      ...judge({ answer: { ...answer, roundTripMs: 80 } }),
      ...judge({ answer: { ...answer, servesLanguage: false } }).slice(1),
    ];
    expect(found.map(({ verdict }) => verdict)).toEqual(['problem', 'warning', 'warning']);
    for (const { fix } of found) expect(fix).toMatch(/\w/);
    expect(found[2]?.fix).toContain('--language de');
  });
});
