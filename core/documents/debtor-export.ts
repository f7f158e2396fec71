import type { Case, Channel, ContactPoint } from '../case/index.ts';
import { CHANNEL_LABELS } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { maskDocument, maskEmail, maskPhone } from '../identity/index.ts';
import { displayName } from '../message/display.ts';
import { centsToDecimal } from '../money.ts';
import type { EvidenceContent } from './evidence.ts';
import { PURPOSE_LABELS, STATUS_LABELS } from './evidence.ts';

/** What is kept about one debtor, as a screen or a file shows it: documents and contact points masked, amounts as `"1234.56"`. */
export interface DebtorExport {
  readonly on: CivilDate;
  /** Why it is kept (LGPD, art. 7º). */
  readonly legalBases: readonly string[];
  readonly debtor: {
    readonly name: string;
    readonly document: string;
    readonly place: string;
    readonly contactPoints: readonly {
      readonly kind: ContactPoint['kind'];
      readonly value: string;
      readonly verified: boolean;
      readonly consent: readonly string[];
      readonly refused: readonly string[];
    }[];
    readonly optedOut: readonly string[];
    readonly defaultReason: string | null;
  };
  readonly debts: readonly {
    readonly number: string;
    readonly dueDate: CivilDate;
    readonly principal: string;
    readonly paid: string;
    readonly status: string;
    readonly contested: boolean;
  }[];
  readonly messages: readonly {
    readonly at: string;
    readonly channel: string;
    readonly purpose: string;
    readonly status: string;
    readonly subject: string | null;
    readonly text: string;
  }[];
  readonly promises: readonly { readonly dueOn: CivilDate; readonly amount: string; readonly status: string }[];
  readonly agreements: readonly { readonly madeOn: CivilDate; readonly total: string; readonly installments: number; readonly status: string }[];
  readonly bureauEntries: readonly { readonly provider: string; readonly amount: string; readonly status: string; readonly requestedOn: CivilDate }[];
  readonly filings: readonly { readonly preparedOn: CivilDate; readonly amount: string; readonly status: string; readonly docket: string | null }[];
}

const LEGAL_BASES = [
  'execução de contrato (art. 7º, V)',
  'exercício de direitos em processo (art. 7º, VI)',
  'legítimo interesse (art. 7º, IX)',
  'proteção do crédito (art. 7º, X)',
] as const;

/** Masked view of a case for the debtor's right of access (LGPD, art. 18, II) and for screens. The address is reduced to its city. */
export function debtorExport(subject: Case, contents: readonly EvidenceContent[], on: CivilDate): DebtorExport {
  const { debtor } = subject;
  return {
    on,
    legalBases: LEGAL_BASES,
    debtor: {
      name: displayName(debtor.name),
      document: maskDocument(debtor.document),
      place: [debtor.city, debtor.uf].filter((part) => part !== undefined && part !== '').join('/'),
      contactPoints: debtor.contactPoints.map((point) => ({
        kind: point.kind,
        value: maskedPoint(point),
        verified: point.verified,
        consent: consented(point, true),
        refused: consented(point, false),
      })),
      optedOut: debtor.optedOut.map((channel) => (channel === 'all' ? 'todos os canais' : CHANNEL_LABELS[channel])),
      defaultReason: debtor.defaultReason ?? null,
    },
    debts: subject.debts.map(({ number, dueDate, principal, payments, status, contestedOn }) => ({
      number,
      dueDate,
      principal: centsToDecimal(principal),
      paid: centsToDecimal(payments.reduce((sum, { amount }) => sum + amount, 0)),
      status,
      contested: contestedOn !== undefined,
    })),
    messages: contents.map(({ contact, subject: title, text }) => ({
      at: contact.at,
      channel: CHANNEL_LABELS[contact.channel],
      purpose: PURPOSE_LABELS[contact.purpose],
      status: STATUS_LABELS[contact.status],
      subject: title ?? null,
      text,
    })),
    promises: subject.promises.map(({ dueOn, amount, status }) => ({ dueOn, amount: centsToDecimal(amount), status })),
    agreements: subject.agreements.map(({ madeOn, total, installments, status }) => ({
      madeOn,
      total: centsToDecimal(total),
      installments: installments.length,
      status,
    })),
    bureauEntries: subject.bureauEntries.map(({ provider, amount, status, requestedOn }) => ({
      provider,
      amount: centsToDecimal(amount),
      status,
      requestedOn,
    })),
    filings: subject.filings.map(({ preparedOn, amount, status, docket }) => ({ preparedOn, amount: centsToDecimal(amount), status, docket: docket ?? null })),
  };
}

function maskedPoint({ kind, value }: ContactPoint): string {
  switch (kind) {
    case 'mobile':
    case 'landline':
      return maskPhone(value);
    case 'email':
      return maskEmail(value);
    case 'address':
      return 'endereço cadastrado';
  }
}

const consented = ({ consent }: ContactPoint, answer: boolean): string[] =>
  (Object.keys(consent) as Channel[]).filter((channel) => consent[channel] === answer).map((channel) => CHANNEL_LABELS[channel]);
