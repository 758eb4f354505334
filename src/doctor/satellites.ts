/** What the doctor says about satellites that wait longer than needed after a sentence. */
import type { SatelliteSetting } from '../home/model/satellite-setting.ts';
import type { Finding } from './finding.ts';

export type SatelliteFacts = {
  readonly satellites: readonly SatelliteSetting[];
  /** The server hears the end of a sentence; what satellites are set to does not count then. */
  readonly endsSentences: boolean;
};

const topic = 'satellites';

export function judgeSatellites({ satellites, endsSentences }: SatelliteFacts): readonly Finding[] {
  if (satellites.length === 0) return [];
  if (endsSentences)
    return [{ topic, verdict: 'ok', message: 'Hearken hears the end of a sentence (stt.endpointing)' }];
  const slow = satellites.filter(({ detection }) => isSlow(detection));
  const hasty = satellites.filter(({ detection }) => detection === 'aggressive');
  const rest = satellites.length - slow.length - hasty.length;
  return [
    ...slow.map(({ name, detection }): Finding => ({
      topic,
      verdict: 'warning',
      message: `${name} waits longer than needed after a sentence (finished speaking detection: ${detection})`,
      fix: 'set it to "default" on the page of the device in Home Assistant; half a second sooner',
    })),
    ...hasty.map(({ name }): Finding => ({
      topic,
      verdict: 'warning',
      message: `${name} takes a quarter of a second of silence for the end: people pause longer in mid-sentence`,
      fix: 'set its finished speaking detection to "default", or stt.endpointing to "hearken"',
    })),
    ...(rest > 0
      ? [
          {
            topic,
            verdict: 'ok',
            message: `${rest} end a sentence after 0.7 s of silence; stt.endpointing "hearken" is sooner`,
          } as const,
        ]
      : []),
  ];
}

/** Longer than the pauses people make in mid-sentence. */
export function isSlow(detection: string): boolean {
  return detection === 'relaxed';
}
