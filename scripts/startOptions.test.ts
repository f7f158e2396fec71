import { describe, expect, it } from 'vitest';
import { parseStartOptions } from './startOptions.mjs';

describe('the options of npm start', () => {
  it('are all optional', () => {
    expect(parseStartOptions([])).toEqual({
      data: '.regua',
      today: '2026-11-23',
      receipts: true,
      help: false,
      n8nPort: 0,
      designerPort: 0,
      outboxPort: 0,
      smtpPort: 0,
    });
  });

  it('take ports, folder and day', () => {
    expect(parseStartOptions(['--n8n-port', '6000', '--data=/d', '--today', '2026-11-21'])).toMatchObject({
      n8nPort: 6000,
      data: '/d',
      today: '2026-11-21',
    });
  });

  it('take the real day when asked for it', () => {
    expect(parseStartOptions(['--today', 'hoje']).today).toBeUndefined();
  });

  it('leave receipts to a person when asked to', () => {
    expect(parseStartOptions(['--receipts', 'off']).receipts).toBe(false);
  });

  it.each([
    [['--receipts', 'talvez']],
    [['--today', '2026-02-30']],
    [['--n8n-port', '70000']],
    [['--n8n-port', '65536']],
    [['--outbox-port', '0']],
    [['--smtp-port', 'x']],
    [['--porta', '1']],
    [['solto']],
  ])('refuse %j', (args) => {
    expect(() => parseStartOptions(args)).toThrow();
  });
});
