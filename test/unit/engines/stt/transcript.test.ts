import { expect, it } from 'vitest';
import { Transcript } from '../../../../src/engines/stt/transcript.ts';

const decoded = (text: string, logProbability = -0.5) => ({ text, tokenLogProbabilities: [logProbability] });

it('joins the utterances of a stream into one text with one confidence', () => {
  const transcript = new Transcript('upper');
  transcript.commit(decoded('TURN ON THE LIGHT', Math.log(0.9)), 'strong');
  const { text, confidence } = transcript.with(decoded('AND THE FAN', Math.log(0.4)), 'strong');
  expect(text).toBe('Turn on the light and the fan');
  expect(confidence).toBeCloseTo(0.6);
});

it('has no text and no confidence when nobody spoke', () => {
  const transcript = new Transcript('upper');
  transcript.commit(decoded('AND'), 'none');
  expect(transcript.with(decoded('UM'), 'none')).toEqual({ text: '' });
});

it('keeps what was said before a noise', () => {
  const transcript = new Transcript('upper');
  transcript.commit(decoded('PAUSE'), 'weak');
  expect(transcript.with(decoded('AND'), 'none').text).toBe('Pause');
});
