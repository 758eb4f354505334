import { describe, expect, it } from 'vitest';
import { startApi } from '../../support/api-server.ts';

describe('GET /metrics', () => {
  it('counts turns and stages and tells which services work, without a name or a word', async () => {
    await using api = await startApi({
      health: { tts: { state: 'ready' }, stt: { state: 'failed', reason: 'MODEL_NOT_INSTALLED' } },
    });
    await api.converse({ text: 'secret', satellite_id: 'hidden', user: { id: 'hidden' } });
    await api.converse({ text: 'nonsense' });
    const response = await api.request('/metrics');
    expect(response.headers.get('content-type')).toContain('version=0.0.4');
    const text = await response.text();
    const lines = text.split('\n');
    expect(lines).toContain('hearken_turns_total{path="local",understood="true"} 1');
    expect(lines).toContain('hearken_turns_total{path="local",understood="false"} 1');
    expect(lines).toContain('hearken_stages_total{stage="agent",error=""} 2');
    expect(lines).toContain('hearken_stage_duration_seconds_count{stage="agent"} 2');
    expect(lines).toContain('hearken_service_ready{service="tts"} 1');
    expect(lines).toContain('hearken_service_ready{service="stt"} 0');
    expect(text).not.toMatch(/secret|hidden/);
  });
});
