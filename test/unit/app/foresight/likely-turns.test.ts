import { describe, expect, it } from 'vitest';
import type { Dialogue } from '../../../../src/agent/dialogue/dialogue.ts';
import { dialogueLifeMs } from '../../../../src/agent/ports/dialogue-store.ts';
import { likelyTurns } from '../../../../src/app/foresight/likely-turns.ts';
import { RecentDialogue } from '../../../../src/app/foresight/recent-dialogue.ts';
import { memoryStores } from '../../../../src/app/data/stores.ts';
import { demoModel } from '../../../support/home/demo-model.ts';
import { dialogueOf } from '../../../support/agent/dialogue.ts';

const rooms = ['kitchen', 'office', 'bedroom', 'hallway'];
const satelliteIn = (room: string) => `assist_satellite.${room}`;
const heard = { text: 'turn on the lights', language: 'en' };

function house(satellites: readonly string[]) {
  const satelliteAreas = new Map(satellites.map((room) => [satelliteIn(room), room]));
  const model = { ...demoModel(), satelliteAreas };
  const time = { nowMs: 0 };
  const clock = { now: () => time.nowMs, monotonicMs: () => time.nowMs };
  const recent = new RecentDialogue(clock);
  const { dialogues } = recent.watched(memoryStores(clock));
  const home = { model: () => model, status: () => 'connected' as const };
  let revision = 0;
  const speakIn = async (room: string, more: Partial<Dialogue> = {}) => {
    revision += 1;
    const { speaker } = dialogueOf(room);
    await dialogues.save({
      ...dialogueOf(room),
      revision,
      speaker: { ...speaker, satelliteId: satelliteIn(room) },
      updatedAtMs: time.nowMs,
      ...more,
    });
  };
  const areas = () => likelyTurns(heard, { home, recent }).map(({ areaId }) => areaId);
  return { time, speakIn, areas, turns: () => likelyTurns(heard, { home, recent }) };
}

describe('likelyTurns', () => {
  it('comes from any of a few satellites before anybody has spoken, and from nowhere among many', () => {
    expect(house(['kitchen', 'office']).areas()).toEqual(['kitchen', 'office']);
    expect(house(rooms).areas()).toEqual([null]);
    expect(house([]).areas()).toEqual([null]);
  });

  it('comes from where somebody spoke last, then from the rooms before it, three at most', async () => {
    const { speakIn, areas } = house(rooms);
    for (const room of rooms) await speakIn(room);
    expect(areas()).toEqual(['hallway', 'bedroom', 'office']);
    await speakIn('office');
    expect(areas()).toEqual(['office', 'hallway', 'bedroom']);
  });

  it('knows the room after the conversation there has ended, and nothing of what was said', async () => {
    const { time, speakIn, turns } = house(rooms);
    await speakIn('office', { lastEntityIds: ['light.desk'] });
    expect(turns()).toMatchObject([{ areaId: 'office', dialogue: { lastEntityIds: ['light.desk'] } }]);
    time.nowMs = dialogueLifeMs + 1;
    expect(turns()).toMatchObject([{ areaId: 'office', dialogue: undefined }]);
  });

  it('comes from where something was asked, while the answer is awaited', async () => {
    const { speakIn, areas } = house(rooms);
    await speakIn('kitchen');
    const { speaker } = dialogueOf('office');
    const pending = { open: [], askedOf: speaker, path: 'local', askedCount: 1 } as const;
    await speakIn('office', { pending });
    expect(areas()).toEqual(['office']);
  });

  it('comes from nowhere in a language without words for it', () => {
    const recent = new RecentDialogue({ now: () => 0, monotonicMs: () => 0 });
    const home = { model: () => demoModel(), status: () => 'connected' as const };
    expect(likelyTurns({ text: 'kytke valot', language: 'fi' }, { home, recent })).toEqual([]);
  });
});
