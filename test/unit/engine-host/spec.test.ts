import { describe, expect, it } from 'vitest';
import { withoutModel } from '../../../src/engine-host/spec.ts';
import { sttSpec, testModel, ttsSpec, wakeSpec } from '../../support/engines/test-engine-specs.ts';

const idsOf = (spec: ReturnType<typeof withoutModel>) => spec?.spec.models.map(({ id }) => id);

describe('withoutModel', () => {
  it('leaves one model out of an engine that has others', () => {
    expect(idsOf(withoutModel(ttsSpec(testModel('amy'), testModel('hfc')), 'hfc'))).toEqual(['amy']);
    expect(idsOf(withoutModel(sttSpec(testModel('en'), testModel('de')), 'en'))).toEqual(['de']);
  });

  it('leaves out the models that only some wake words need', () => {
    const wake = wakeSpec();
    if (wake.kind !== 'wake') throw new Error('no wake spec');
    const spec = { ...wake.spec, features: testModel('features'), keywordSpotter: testModel('kws') };
    expect(withoutModel({ kind: 'wake', spec }, 'kws')?.spec).toEqual({
      ...wake.spec,
      features: spec.features,
    });
    expect(withoutModel({ kind: 'wake', spec }, 'features')?.spec).not.toHaveProperty('features');
  });

  it('leaves nothing of speech to text without its speech gate', () => {
    expect(withoutModel(sttSpec(), 'vad')).toBeUndefined();
  });
});
