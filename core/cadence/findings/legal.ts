import type { BureauBlock } from '../blocks.ts';
import type { CadenceDocument, Step, Track } from '../document.ts';
import { isFormal } from '../formal.ts';
import { dayLabel } from '../labels.ts';
import { freshId } from '../operations/index.ts';
import { defaultNoticeTexts } from '../default-texts.ts';
import type { Finding } from './finding.ts';

const DAYS_PER_YEAR = 365;
/** Slack for proof of delivery to arrive before the wait starts. */
const DELIVERY_DAYS = 5;

/** What the law asks of the order and the day of formal steps. */
export function* legalFindings(document: CadenceDocument): Generator<Finding> {
  for (const track of document.tracks) {
    yield* conversationFindings(document, track);
    for (const step of track.steps) {
      yield* prescriptionFindings(document, track, step);
      for (const block of step.blocks) {
        if (block.kind === 'bureau' && block.action === 'request') yield* bureauFindings(document, track, step, block);
        if (block.kind === 'smallClaims') yield* smallClaimsFindings(document, track, step, block.id);
        if ((block.kind === 'bureau' || block.kind === 'smallClaims') && step.day < 1) {
          yield {
            code: 'legal.before-due',
            severity: 'error',
            message: `Em ${dayLabel(step.day)} a dívida ainda não venceu: uma medida formal só cabe depois do vencimento.`,
            values: { day: step.day },
            where: { trackId: track.id, stepId: step.id, blockId: block.id },
          };
        }
      }
    }
  }
}

/** CDC 42 and the good faith of CC 422: what hurts comes after talking. The step waits by itself (`beforeFormal`); here it is seen before anybody waits. */
function* conversationFindings(document: CadenceDocument, track: Track): Generator<Finding> {
  const { contacts, days } = document.policies.beforeFormal;
  const steps = [...track.steps].sort((a, b) => a.day - b.day);
  const formal = steps.find(({ blocks }) => blocks.some(isFormal));
  if (!formal || contacts === 0) return;
  const talks = steps.filter(({ day, blocks }) => day < formal.day && blocks.some((block) => block.kind === 'message' && !isFormal(block)));
  if (talks.length >= contacts && formal.day - talks[0]!.day >= days) return;
  const day = Math.max(formal.day + 1, (talks[0]?.day ?? formal.day) + days);
  yield {
    code: 'legal.before-conversation',
    severity: 'warning',
    message: `O passo formal em ${dayLabel(formal.day)} pede antes ${contacts === 1 ? '1 contato' : `${contacts} contatos`} e ${days === 1 ? '1 dia' : `${days} dias`} de conversa, e esta trilha tem menos: ele esperaria.`,
    values: { day: formal.day, contacts, days },
    where: { trackId: track.id, stepId: formal.id },
    ...(talks.length >= contacts && {
      fix: { label: `Passar a etapa para ${dayLabel(day)}`, operation: { kind: 'moveStep', stepId: formal.id, trackId: track.id, day } as const },
    }),
  };
}

/** CDC 43 §2, Súmula 359, Tema 1.315: a notice with proof of delivery, then the wait, then the request. */
function* bureauFindings(document: CadenceDocument, track: Track, step: Step, block: BureauBlock): Generator<Finding> {
  const where = { trackId: track.id, stepId: step.id, blockId: block.id };
  const wait = document.policies.bureau.noticeWaitDays;
  const notice = track.steps.find(
    (candidate) => candidate.day <= step.day && candidate.blocks.some((other) => other.kind === 'message' && other.purpose === 'bureau-notice'),
  );
  if (!notice) {
    const day = Math.max(1, step.day - wait - DELIVERY_DAYS);
    yield {
      code: 'bureau.no-notice',
      severity: 'error',
      message: `A negativação em ${dayLabel(step.day)} não tem aviso prévio antes dela (CDC, art. 43 §2). Sem aviso comprovado, o registro não sai.`,
      values: { day: step.day },
      where,
      fix: {
        label: `Criar o aviso prévio em ${dayLabel(day)}`,
        operation: {
          kind: 'addBlock',
          place: { trackId: track.id, day },
          stepName: 'Aviso prévio de negativação',
          block: {
            id: freshId(document, 'block'),
            kind: 'message',
            purpose: 'bureau-notice',
            channel: 'email',
            texts: defaultNoticeTexts(),
            asksForAnswer: false,
            aiWording: false,
          },
        },
      },
    };
    return;
  }
  if (step.day - notice.day < wait) {
    const day = notice.day + wait + DELIVERY_DAYS;
    yield {
      code: 'bureau.wait-too-short',
      severity: 'warning',
      message: `Entre o aviso (${dayLabel(notice.day)}) e a negativação (${dayLabel(step.day)}) há menos de ${wait} dias: o registro esperaria.`,
      values: { noticeDay: notice.day, day: step.day, waitDays: wait },
      where,
      fix: { label: `Passar a negativação para ${dayLabel(day)}`, operation: { kind: 'moveStep', stepId: step.id, trackId: track.id, day } },
    };
  }
}

/** Lei 9.099/95, art. 8 §1: natural persons, MEI, ME and EPP may sue. */
function* smallClaimsFindings(document: CadenceDocument, track: Track, step: Step, blockId: string): Generator<Finding> {
  if (['PF', 'MEI', 'ME', 'EPP'].includes(document.creditor.kind)) return;
  yield {
    code: 'small-claims.ineligible-creditor',
    severity: 'error',
    message: 'No juizado especial só entram como autores pessoa física, MEI, ME e EPP (Lei 9.099/95, art. 8º). Para este credor, passe o caso a um advogado.',
    values: {},
    where: { trackId: track.id, stepId: step.id, blockId },
    fix: {
      label: 'Trocar por uma tarefa para o jurídico',
      operation: {
        kind: 'updateBlock',
        block: {
          id: blockId,
          kind: 'humanTask',
          title: 'Avaliar ação de cobrança',
          instructions: 'Reunir contrato, memória de cálculo e histórico de contatos e decidir com o advogado.',
          team: 'jurídico',
          dueInBusinessDays: 5,
        },
      },
    },
  };
}

/** CC 206 §5 I: five years for liquid debts; everything stops there. */
function* prescriptionFindings(document: CadenceDocument, track: Track, step: Step): Generator<Finding> {
  const { years } = document.policies.prescription;
  if (step.day < years * DAYS_PER_YEAR) return;
  yield {
    code: 'step.past-prescription',
    severity: 'error',
    message: `${dayLabel(step.day)} fica depois da prescrição (${years} anos): nada mais pode ser cobrado ali.`,
    values: { day: step.day, years },
    where: { trackId: track.id, stepId: step.id },
    fix: { label: 'Apagar a etapa', operation: { kind: 'removeStep', stepId: step.id } },
  };
}
