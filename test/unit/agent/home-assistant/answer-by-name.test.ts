import { describe, expect, it } from 'vitest';
import { answerByName } from '../../../../src/agent/home-assistant/answer-by-name.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const model = demoModel();
const which = { kind: 'which', entityIds: ['light.desk_lamp', 'light.office_ceiling'] } as const;

describe('answerByName', () => {
  it('takes a room with the small words before it', () => {
    const there = { said: 'there', place: { kind: 'area', id: 'kitchen', name: 'Kitchen' } };
    expect(answerByName('Kitchen', { kind: 'where', className: 'light' }, { model })).toEqual(there);
    expect(answerByName('in der Kitchen', { kind: 'where', className: 'light' }, { model })).toEqual(there);
  });

  it('takes one of the offered devices', () => {
    expect(answerByName('die Desk Lamp', which, { model })).toMatchObject({
      said: 'these',
      entities: [{ entityId: 'light.desk_lamp' }],
    });
  });

  it('takes those in the room that was said, and all of them', () => {
    const lamps = {
      kind: 'which',
      entityIds: ['light.desk_lamp', 'light.bed_light', 'light.office_ceiling'],
    } as const;
    const idsOf = (text: string) => {
      const answer = answerByName(text, lamps, { model });
      return answer?.said === 'these' ? answer.entities.map(({ entityId }) => entityId) : answer;
    };
    expect(idsOf('im Office')).toEqual(['light.desk_lamp', 'light.office_ceiling']);
    expect(idsOf('alle beide')).toEqual(lamps.entityIds);
    expect(idsOf('les deux')).toEqual(lamps.entityIds);
    expect(idsOf('im Garden')).toBeNull();
  });

  it('takes no other device, and no other sentence', () => {
    expect(answerByName('Bed Light', which, { model })).toBeNull();
    expect(
      answerByName(
        'schalte bitte jetzt sofort alles in der Kitchen',
        { kind: 'where', className: 'light' },
        { model },
      ),
    ).toBeNull();
    expect(answerByName('Desk Lamp', { kind: 'confirmation', entityIds: [] }, { model })).toBeNull();
  });
});
