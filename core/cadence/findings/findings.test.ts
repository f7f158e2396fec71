import { describe, expect, it } from 'vitest';
import { findTemplate } from '../../../templates/index.ts';
import type { MessagePurpose } from '../../case/index.ts';
import type { Block } from '../blocks.ts';
import type { EventKind } from '../document.ts';
import { applyOperation, findings, newBlock, type CadenceDocument, type CadenceOperation, type Finding } from '../index.ts';

const classic = (): CadenceDocument => findTemplate('classica')!.document;
const edited = (...operations: CadenceOperation[]): CadenceDocument => operations.reduce(applyOperation, classic());
const found = (document: CadenceDocument, code: string): Finding => {
  const finding = findings(document).find((candidate) => candidate.code === code);
  expect(
    finding,
    `${code} among ${findings(document)
      .map((one) => one.code)
      .join(', ')}`,
  ).toBeDefined();
  return finding!;
};
const codesOf = (document: CadenceDocument): string[] => findings(document).map((finding) => finding.code);

/** Applies the offered fix and says whether the finding is gone. */
const isMended = (document: CadenceDocument, finding: Finding): boolean =>
  !findings(applyOperation(document, finding.fix!.operation)).some((other) => other.code === finding.code && other.where.blockId === finding.where.blockId);

describe('findings on a cadence', () => {
  it.each<[string, Finding['severity'], CadenceOperation[]]>([
    ['bureau.no-notice', 'error', [{ kind: 'removeStep', stepId: 'aviso-previo' }]],
    ['bureau.wait-too-short', 'warning', [{ kind: 'moveStep', stepId: 'negativacao', trackId: 'classica', day: 33 }]],
    ['small-claims.ineligible-creditor', 'error', [{ kind: 'setCreditor', patch: { kind: 'LTDA' } }]],
    ['frequency.same-day', 'error', [{ kind: 'moveBlock', blockId: 'aviso-d1-mensagem', place: { trackId: 'classica', day: -3 } }]],
    ['step.past-prescription', 'error', [{ kind: 'moveStep', stepId: 'juizado', trackId: 'classica', day: 1900 }]],
    ['message.no-channel', 'error', [{ kind: 'removeBlock', blockId: 'formal-canal' }]],
    ['channel-choice.unused', 'warning', [{ kind: 'removeBlock', blockId: 'formal-mensagem' }]],
    ['offer.untold', 'error', [{ kind: 'removeBlock', blockId: 'proposta-mensagem' }]],
    ['tier.no-track', 'error', [{ kind: 'updateTrack', trackId: 'parceiros', patch: { tierIds: [] } }]],
    ['tier.no-default', 'error', [{ kind: 'updateTier', tierId: 'novo', patch: { rule: { minDebtCents: 100 } } }]],
    ['tier.unreachable', 'warning', [{ kind: 'moveTier', tierId: 'novo', index: 0 }]],
    ['offer.unknown-policy', 'error', [{ kind: 'updateBlock', block: { id: 'proposta-oferta', kind: 'offer', policyId: 'sumiu' } }]],
  ])('%s is a finding of severity %s whose fix mends it', (code, severity, operations) => {
    const document = edited(...operations);
    const finding = found(document, code);
    expect(finding.severity).toBe(severity);
    expect(isMended(document, finding)).toBe(true);
  });

  it.each<[string, MessagePurpose, string, EventKind | undefined, number]>([
    ['message.offer-untold', 'offer', 'Olá! Temos uma proposta para você.', undefined, 1],
    ['message.offer-untold', 'offer', 'Olá! {{ offer.cash.total }} à vista.', undefined, 0],
    ['message.thanks-ask', 'thanks', 'Obrigado! Ainda falta uma parte: {{ payment.instructions }}', 'payment', 1],
    ['message.thanks-ask', 'thanks', 'Obrigado, {{ debtor.firstName }}! Ainda faltam {{ amount.total }}.', 'payment', 0],
    ['message.survey-asks-nothing', 'survey', 'Queremos saber de você.', 'agreement', 1],
    ['message.survey-asks-nothing', 'survey', 'De 0 a 10, como foi?', 'agreement', 0],
    ['message.charges-who-left', 'charge', 'Seu título venceu.', 'optOut', 1],
    ['message.charges-who-left', 'other', 'Pedido atendido.', 'optOut', 0],
  ])('%s: a message of purpose %s that says "%s" (in %s) has %i', (code, purpose, body, event, count) => {
    const block = { ...newBlock(classic(), 'message', purpose), texts: [{ channel: 'any', subject: 'Assunto', body }] } as Block;
    const document = edited({ kind: 'addBlock', place: event ? { event } : { trackId: 'classica', day: 5 }, block });
    expect(findings(document).filter((finding) => finding.code === code && finding.where.blockId === block.id)).toHaveLength(count);
  });

  it.each<[string, CadenceOperation[]]>([
    ['creditor.missing', [{ kind: 'setCreditor', patch: { address: '' } }]],
    ['creditor.invalid-document', [{ kind: 'setCreditor', patch: { document: '11.222.333/0001-82' } }]],
    ['creditor.no-person', [{ kind: 'setCreditor', patch: { phone: '', whatsapp: '', email: '' } }]],
    ['track.unreachable', [{ kind: 'updateTrack', trackId: 'parceiros', patch: { tierIds: [] } }]],
    ['legal.before-due', [{ kind: 'moveStep', stepId: 'negativacao', trackId: 'classica', day: -1 }]],
  ])('%s is found', (code, operations) => {
    expect(codesOf(edited(...operations))).toContain(code);
  });

  it('says which message is one too many by the cap that there is', () => {
    const move = { kind: 'moveBlock', blockId: 'aviso-d1-mensagem', place: { trackId: 'classica', day: -3 } } as const;
    expect(found(edited(move), 'frequency.same-day').fix!.label).toContain('Passar a segunda');
    const twoADay = edited({ kind: 'setPolicies', patch: { frequency: { perDay: 2, perSevenDays: 9 } } }, move, {
      kind: 'moveBlock',
      blockId: 'formal-mensagem',
      place: { trackId: 'classica', day: -3 },
    });
    expect(found(twoADay, 'frequency.same-day').fix!.label).toContain('Passar a terceira');
  });

  it('finds a channel that nobody sends on', () => {
    const { channels } = classic().policies;
    expect(codesOf(edited({ kind: 'setPolicies', patch: { channels: { ...channels, sms: { provider: 'none', costCents: 0 } } } }))).toContain(
      'channel.no-provider',
    );
  });

  it('finds coercive words and unknown variables in a text, at that text', () => {
    const block = classic().tracks[0]!.steps[2]!.blocks[1]!;
    if (block.kind !== 'message') throw new Error('the formal step has a message');
    const document = edited({
      kind: 'updateBlock',
      block: { ...block, texts: [{ channel: 'any', subject: 'Última chance', body: 'Pague agora, {{ debtor.apelido }}, ou evite consequências.' }] },
    });
    const here = findings(document).filter((finding) => finding.where.blockId === block.id);
    expect(here.map((finding) => finding.where.field)).toContain('texts.0.body');
    expect(here.some((finding) => finding.code.startsWith('vocabulary.'))).toBe(true);
    expect(here.some((finding) => finding.message.includes('apelido'))).toBe(true);
  });

  it('finds a secret that a foreign node carries in a parameter', () => {
    const document = edited({
      kind: 'addBlock',
      place: { trackId: 'classica', day: 20 },
      block: {
        id: 'http',
        kind: 'custom',
        label: 'ERP',
        node: { type: 'n8n-nodes-base.httpRequest', typeVersion: 4, parameters: { url: 'https://erp.example/api?token=abcdef123456' } },
      },
    });
    expect(found(document, 'secret.in-parameter').message).toContain('url');
    expect(found(document, 'secret.in-parameter').message).not.toContain('abcdef123456');
  });

  it('warns of a week with more contacts than the cap', () => {
    const document = edited(
      ...[2, 3, 4].map((day): CadenceOperation => ({
        kind: 'addBlock',
        place: { trackId: 'classica', day },
        block: {
          id: `m${day}`,
          kind: 'message',
          purpose: 'charge',
          channel: 'email',
          texts: [{ channel: 'any', subject: 'Oi', body: 'Olá, {{ debtor.firstName }}' }],
          asksForAnswer: false,
          aiWording: false,
        },
      })),
    );
    expect(codesOf(document)).toContain('frequency.seven-days');
  });

  it('points at a municipal holiday that is written twice, and mends it in one click', () => {
    const holiday = { uf: 'SP' as const, city: 'Santos', on: '01-26', name: 'Dia da Cidade' };
    const document = edited({ kind: 'setPolicies', patch: { cityHolidays: [holiday, holiday] } });
    const found = findings(document).find(({ code }) => code === 'city-holiday.repeated')!;
    expect(found).toMatchObject({ severity: 'info', where: { field: 'policies.cityHolidays.1' } });
    expect(applyOperation(document, found.fix!.operation).policies.cityHolidays).toEqual([holiday]);
  });

  it('lists the most severe first', () => {
    const order = findings(edited({ kind: 'setCreditor', patch: { kind: 'LTDA', paymentUrl: '', pixKey: '' } })).map((finding) => finding.severity);
    expect(order).toEqual([...order].sort((a, b) => ['error', 'warning', 'info'].indexOf(a) - ['error', 'warning', 'info'].indexOf(b)));
  });
});
