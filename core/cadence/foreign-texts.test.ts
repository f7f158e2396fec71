import { describe, expect, it } from 'vitest';
import { findTemplate } from '../../templates/index.ts';
import { openFile, toWorkflow, type N8nWorkflow } from '../workflow/index.ts';
import { foreignTexts } from './foreign-texts.ts';
import { findings, type CadenceDocument, type Finding } from './index.ts';

const THREAT = 'Pague hoje ou o oficial de justiça vai bater na sua porta';
const texts = (type: string, parameters: object): string[] => foreignTexts({ type, parameters }).map(({ text }) => text);

describe('the texts of nodes of others', () => {
  it.each<[string, object, string[]]>([
    ['n8n-nodes-base.emailSend', { subject: 'Sua fatura', html: '<p>Olá, <b>Ana</b></p>' }, ['Sua fatura', 'Olá, Ana']],
    ['n8n-nodes-base.httpRequest', { url: 'https://api.example/v1/send', jsonBody: '{"to":"5511","text":"Oi, tudo bem?"}' }, ['Oi, tudo bem?']],
    [
      'n8n-nodes-base.httpRequest',
      { bodyParameters: { parameters: [{ name: 'message', value: '=Olá {{ $json.nome }}, sua conta venceu' }] } },
      ['Olá @, sua conta venceu'],
    ],
    ['n8n-nodes-evolution-api.evolutionApi', { messageText: `={{ "Oi, " + $json.nome + ', sua conta venceu' }}` }, [', sua conta venceu']],
    ['n8n-nodes-base.code', { jsCode: 'const texto = `Olá ${nome}, sua conta venceu`;\nreturn [{ json: { texto } }];' }, ['Olá @, sua conta venceu']],
    ['n8n-nodes-base.set', { assignments: { assignments: [{ name: 'mensagem', value: 'Olá, sua conta venceu' }] } }, ['Olá, sua conta venceu']],
    ['n8n-nodes-base.slack', { text: 'O cliente vai ser processado amanhã' }, []],
    ['n8n-nodes-base.googleSheets', { note: 'O cliente vai ser processado amanhã' }, []],
    ['n8n-nodes-base.emailSend', {}, []],
  ])('of %s are read out of %j', (type, parameters, expected) => expect(texts(type, parameters)).toEqual(expected));

  it('are nothing where a node has no parameters, or no type', () => {
    expect(foreignTexts({})).toEqual([]);
    expect(foreignTexts({ type: 'n8n-nodes-base.emailSend', parameters: null })).toEqual([]);
  });
});

describe('a cadence in whose workflow nodes of others speak', () => {
  const classic = findTemplate('classica')!.document;
  /** As a person adds a sender in n8n: at the end of a step, or beside the steps. */
  const opened = (inside: boolean, parameters: object, extra: object = {}): { document: CadenceDocument; findings: readonly Finding[] } => {
    const workflow = JSON.parse(JSON.stringify(toWorkflow(classic))) as N8nWorkflow;
    const last = workflow.nodes.find((node) => node.id === 'lembrete-mensagem')!;
    workflow.nodes.push({
      id: 'zap',
      name: 'Meu WhatsApp',
      type: 'n8n-nodes-base.httpRequest',
      typeVersion: 4.2,
      position: [0, 2000],
      parameters: { ...parameters },
      ...extra,
    });
    if (inside) workflow.connections[last.name] = { main: [[{ node: 'Meu WhatsApp', type: 'main', index: 0 }]] };
    const { document, findings: found } = openFile(JSON.stringify(workflow));
    return { document: document!, findings: found };
  };
  const says = { url: 'https://api.example', jsonBody: JSON.stringify({ text: THREAT }) };

  it.each([
    ['inside a step', true],
    ['beside the steps', false],
  ])('may not be published with a threat %s, with the name of the node and the words', (_where, inside) => {
    const found = opened(inside, says).findings.filter(({ code }) => code === 'foreign.text');
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ severity }) => severity)).toEqual(found.map(() => 'error'));
    expect(found[0]!.message).toContain('"Meu WhatsApp"');
    expect(found[0]!.values).toMatchObject({ node: 'Meu WhatsApp', excerpt: expect.stringMatching(/./) as string });
    expect(found[0]!.where).toMatchObject(inside ? { blockId: 'zap' } : { field: 'n8n.loose' });
  });

  it('says nothing of kind words, nor of a node that is switched off, and goes by the creditor’s own list', () => {
    const codes = (result: ReturnType<typeof opened>): string[] => result.findings.map(({ code }) => code);
    expect(codes(opened(true, { jsonBody: '{"text":"Olá! Sua fatura venceu ontem. Podemos ajudar?"}' }))).not.toContain('foreign.text');
    expect(codes(opened(true, says, { disabled: true }))).not.toContain('foreign.text');
    expect(codes(opened(false, says, { disabled: true }))).not.toContain('foreign.text');
    const { document } = opened(false, { jsonBody: '{"text":"Olá! Sua fatura abacaxi venceu ontem."}' });
    const strict = { ...document, policies: { ...document.policies, vocabulary: { blocked: [{ term: 'abacaxi' }], allowed: [] } } };
    expect(findings(strict).find(({ code }) => code === 'foreign.text')?.values).toMatchObject({ code: 'custom', excerpt: 'abacaxi' });
  });

  it.each([
    ['inside a step', true],
    ['beside the steps', false],
  ])('finds a secret %s by the name of its node, also in one that is switched off', (_where, inside) => {
    for (const extra of [{}, { disabled: true }]) {
      const found = opened(inside, { url: 'https://api.example/send?token=abcdef123456' }, extra).findings.filter(({ code }) => code === 'secret.in-parameter');
      expect(found).toHaveLength(1);
      expect(found[0]!.severity).toBe('error');
      expect(found[0]!.message).toBe('O nó "Meu WhatsApp" guarda uma senha ou chave em url. Passe-a para uma credencial do n8n.');
    }
  });
});
