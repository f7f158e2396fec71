import type { MessagePurpose } from '../../case/index.ts';
import { isCollecting } from '../../case/index.ts';
import { offersToldBy } from '../../message/index.ts';
import type { Block, MessageBlock } from '../blocks.ts';
import { newBlock } from '../new-block.ts';
import type { CadenceDocument } from '../document.ts';
import type { Place } from '../operations/index.ts';
import type { Finding, FindingPlace } from './finding.ts';

const ASKS_FOR_MONEY = /\{\{-?\s*payment\.(?:instructions|short|link|pix|pixKey)\b|\b(?:pague|paguem|quite|regularize|efetue o pagamento)\b/i;
const ASKS = /\?|\b0 a 10\b|\bnota\b/;

interface Within {
  readonly blocks: readonly Block[];
  readonly place: Place;
  readonly where: FindingPlace;
}

/** A text that doesn't do what its purpose says: a proposal without the proposal, thanks that ask for money, a survey that asks nothing. */
export function* purposeFindings(
  { purpose, texts }: MessageBlock,
  { where, inEvent }: { readonly where: FindingPlace; readonly inEvent: string | undefined },
): Generator<Finding> {
  if (inEvent === 'optOut' && isCollecting(purpose)) {
    yield {
      code: 'message.charges-who-left',
      severity: 'error',
      message: 'Quem pediu para não receber mensagens seria cobrado por isso. Aqui cabe só confirmar que o pedido foi atendido.',
      values: {},
      where,
    };
  }
  for (const [position, { subject = '', body }] of texts.entries()) {
    if (body.trim() === '') continue;
    const code = misses(purpose, `${subject}\n${body}`);
    if (code) yield { code, severity: 'warning', message: WORDS[code], values: {}, where: { ...where, field: `texts.${position}.body` } };
  }
}

type Miss = 'message.offer-untold' | 'message.thanks-ask' | 'message.survey-asks-nothing';

function misses(purpose: MessagePurpose, text: string): Miss | undefined {
  if (purpose === 'offer' && offersToldBy(text) === undefined) return 'message.offer-untold';
  if (purpose === 'thanks' && ASKS_FOR_MONEY.test(text)) return 'message.thanks-ask';
  if (purpose === 'survey' && !ASKS.test(text)) return 'message.survey-asks-nothing';
  return undefined;
}

const WORDS: Readonly<Record<Miss, string>> = {
  'message.offer-untold': 'A mensagem convida para um acordo e não mostra a proposta: ponha {{ offer.summary }} no texto.',
  'message.thanks-ask': 'O agradecimento pede dinheiro. Agradeça; o que ainda falta tem a sua própria mensagem.',
  'message.survey-asks-nothing': 'A pesquisa não faz pergunta nenhuma: peça uma nota, de 0 a 10.',
};

/** A proposal that is worked out and told to nobody. */
export function* offerFindings(document: CadenceDocument, { blocks, place, where }: Within): Generator<Finding> {
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'offer' || blocks.slice(index + 1).some(({ kind }) => kind === 'message' || kind === 'humanTask' || kind === 'custom')) continue;
    yield {
      code: 'offer.untold',
      severity: 'error',
      message: 'A proposta de acordo é calculada e ninguém fica sabendo: ponha uma mensagem depois dela.',
      values: {},
      where: { ...where, blockId: block.id },
      fix: {
        label: 'Pôr uma mensagem com a proposta',
        operation: { kind: 'addBlock', place, index: index + 1, block: newBlock(document, 'message', 'offer') },
      },
    };
  }
}
