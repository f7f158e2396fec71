import type { CadenceSettings } from '../cadence/settings.ts';
import type { Creditor } from '../cadence/policies.ts';
import type { Case, Debt, MessagePurpose } from '../case/index.ts';
import type { DebtsCharges } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';
import { creditorPlace } from '../documents/creditor-identification.ts';
import type { EvidenceContent } from '../documents/evidence.ts';
import { contactsThatLeft, localTime, MEANS_LABELS } from '../documents/evidence.ts';
import { displayDocument, displayName, displayPhone, namedDocument } from '../message/display.ts';
import { spokenMoney } from '../message/spoken-number.ts';
import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';

export interface PetitionInput {
  readonly subject: Case;
  readonly settings: CadenceSettings;
  /** The debts that are claimed, as `charges.debts` has them. */
  readonly debts: readonly Debt[];
  readonly charges: DebtsCharges;
  readonly contents: readonly EvidenceContent[];
  readonly on: CivilDate;
}

/** The petition before it is laid out: each part that Lei 9.099/95, art. 14 §1 asks for. */
export interface PetitionContent {
  readonly addressedTo: string;
  /** I: names, qualification and addresses. The defendant's CPF stands in full here and in no other document. */
  readonly plaintiff: string;
  readonly defendant: string;
  /** II: the facts in short, from the ledger. */
  readonly facts: readonly string[];
  /** The debts one by one, where there are several; shown after the first fact. */
  readonly titles: readonly string[];
  readonly grounds: string;
  /** III: the request. */
  readonly requests: readonly string[];
  /** … and its value, cents. */
  readonly value: Cents;
  readonly valueInWords: string;
  readonly evidence: readonly string[];
}

/** Left for a person to write by hand. */
const BLANK = '____________________';

const PLAINTIFF_KINDS: Readonly<Record<Creditor['kind'], string>> = {
  PF: 'pessoa natural',
  MEI: 'microempreendedor individual',
  ME: 'microempresa',
  EPP: 'empresa de pequeno porte',
  LTDA: 'sociedade limitada',
  SA: 'sociedade anônima',
  OTHER: 'pessoa jurídica',
};

/** Why this plaintiff may sue here; the others are stopped before. */
const STANDING: Readonly<Partial<Record<Creditor['kind'], string>>> = {
  PF: ', e a parte autora é pessoa natural capaz (art. 8º, §1º, I)',
  MEI: ', e a parte autora é microempreendedora individual (art. 8º, §1º, II)',
  ME: ', e a parte autora é microempresa (art. 8º, §1º, II)',
  EPP: ', e a parte autora é empresa de pequeno porte (art. 8º, §1º, II)',
};

const NOTICES: readonly (readonly [MessagePurpose, string])[] = [
  ['bureau-notice', 'Fez o aviso prévio de registro em cadastro de crédito'],
  ['legal-notice', 'Avisou da presente ação'],
];

/** `a, b e c`. */
const inWords = (parts: readonly string[]): string => (parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} e ${parts.at(-1)!}`);

export function petitionContent(input: PetitionInput): PetitionContent {
  const { subject, settings, charges } = input;
  const { debtor } = subject;
  const { creditor } = settings;
  const value = `${formatMoney(charges.total)} (${spokenMoney(charges.total)})`;
  return {
    addressedTo: `Ao Juizado Especial Cível de ${debtor.city?.trim() || BLANK}/${debtor.uf}`,
    plaintiff: `${creditor.name || BLANK}, ${PLAINTIFF_KINDS[creditor.kind]}, ${creditor.document ? namedDocument(creditor.document) : `CNPJ/CPF ${BLANK}`}, com endereço em ${creditorPlace(creditor) || BLANK}${contactsOf(creditor)}.`,
    defendant: `${displayName(debtor.name) || BLANK}, ${debtor.kind === 'company' ? 'CNPJ' : 'CPF'} ${displayDocument(debtor.document) || BLANK}, com endereço em ${debtor.address?.trim() || BLANK}${reachable(subject)}.`,
    facts: [debtsFact(input), chargesFact(charges), ...contactFacts(input), ...agreementFacts(subject)],
    titles: input.debts.length === 1 ? [] : input.debts.map((debt, index) => titleOf(input, debt, index)),
    grounds: `Quem não paga no prazo responde pelo valor, com juros e atualização (Código Civil, arts. 389, 395 e 397). A causa cabe neste Juizado pelo valor e pelo endereço da parte ré (Lei 9.099/95, arts. 3º, I, e 4º)${STANDING[creditor.kind] ?? ''}.`,
    requests: [
      'a citação da parte ré e a designação de audiência de conciliação;',
      `sem acordo, a condenação da parte ré a pagar ${value}, com os encargos que vencerem até o pagamento;`,
      'a produção das provas necessárias, a começar pelos documentos anexos.',
    ],
    value: charges.total,
    valueInWords: spokenMoney(charges.total),
    evidence: [
      'memória de cálculo (documento 2);',
      'histórico de contatos (documento 3);',
      'avisos enviados e comprovantes de entrega (documento 4);',
      'contrato, nota ou comprovante do serviço ou da venda (a juntar).',
    ],
  };
}

function contactsOf({ email, phone }: Creditor): string {
  const parts = [email && `e-mail ${email}`, phone && `telefone ${phone}`].filter((part) => part !== '');
  return parts.length > 0 ? `, ${parts.join(', ')}` : '';
}

/** Where the court may summon: valid points only. */
function reachable({ debtor }: Case): string {
  const email = debtor.contactPoints.find(({ kind, valid }) => kind === 'email' && valid)?.value;
  const phone = debtor.contactPoints.find(({ kind, valid }) => (kind === 'mobile' || kind === 'landline') && valid)?.value;
  const parts = [email && `e-mail ${email}`, phone && `telefone ${displayPhone(phone)}`].filter((part) => part !== undefined);
  return parts.length > 0 ? `, ${parts.join(', ')}` : '';
}

function titleOf({ charges }: PetitionInput, debt: Debt, index: number): string {
  const what = debt.description ? ` (${debt.description})` : '';
  return `${debt.number}${what}, de ${formatMoney(charges.debts[index]?.principal ?? debt.principal)}, vencido em ${formatCivilDate(debt.dueDate)}`;
}

function debtsFact(input: PetitionInput): string {
  const { debts, charges } = input;
  const unpaid = charges.paid > 0 ? 'pago por inteiro' : 'pago';
  if (debts.length === 1) return `A parte ré deve à parte autora o título ${titleOf(input, debts[0]!, 0)}, que não foi ${unpaid}.`;
  return `A parte ré deve à parte autora ${debts.length} títulos, que não foram ${unpaid.replace('pago', 'pagos')}:`;
}

/** What is added and taken off, each with its amount, so that a judge can add it up. */
function chargesFact({ principal, correction, fine, interest, abatement, discount, paid, credit, total, asOf }: DebtsCharges): string {
  const parts = (named: readonly (readonly [string, Cents])[]): string =>
    inWords(named.filter(([, amount]) => amount > 0).map(([name, amount]) => `${name} de ${formatMoney(amount)}`));
  const added = parts([
    ['correção monetária', correction],
    ['multa', fine],
    ['juros', interest],
  ]);
  const off = parts([
    ['pagamentos', paid - credit],
    ['abatimento', abatement],
    ['desconto', discount],
  ]);
  const sums = [added && `somam-se ${added}`, off && `descontam-se ${off}`].filter((part) => part !== '');
  const start = sums.length === 0 ? `O valor original é ${formatMoney(principal)}` : `Ao valor original de ${formatMoney(principal)} ${inWords(sums)}`;
  return `${start}, o que dá ${formatMoney(total)} em ${formatCivilDate(asOf)}, como mostra a memória de cálculo.`;
}

function contactFacts({ subject, contents }: PetitionInput): string[] {
  const contacts = contactsThatLeft(subject).filter(({ status }) => status !== 'failed');
  const [first] = contacts;
  if (!first) return [];
  const channels = inWords([...new Set(contacts.map(({ channel }) => MEANS_LABELS[channel]))]);
  const count = contacts.length === 1 ? '1 contato' : `${contacts.length} contatos`;
  const period =
    contacts.length === 1
      ? `em ${localTime(first.at, subject).slice(0, 10)}`
      : `entre ${localTime(first.at, subject).slice(0, 10)} e ${localTime(contacts.at(-1)!.at, subject).slice(0, 10)}`;
  const answered = contacts.filter(({ answeredAt }) => answeredAt !== undefined).length;
  const facts = [`A parte autora procurou a parte ré para uma solução amigável: ${count} ${period}, por ${channels}${answerWords(answered, subject)}.`];
  const offered = contents.some(({ contact }) => contact.purpose === 'offer' && contact.status !== 'failed');
  if (offered) facts.push('Nesse período ofereceu condições de pagamento, que constam dos avisos anexos.');
  const proven = contacts.filter(({ purpose, deliveredAt }) => (purpose === 'legal-notice' || purpose === 'bureau-notice') && deliveredAt !== undefined);
  for (const [purpose, words] of NOTICES) {
    const days = new Set(proven.filter((contact) => contact.purpose === purpose).map(({ deliveredAt }) => localTime(deliveredAt!, subject).slice(0, 10)));
    if (days.size > 0) facts.push(`${words}, com entrega comprovada em ${inWords([...days])}.`);
  }
  return facts;
}

/** Who promised or agreed did answer, even if no single message shows it. */
function answerWords(answered: number, { promises, agreements }: Case): string {
  if (answered > 0) return `, com ${answered === 1 ? '1 resposta' : `${answered} respostas`}`;
  return promises.length > 0 || agreements.length > 0 ? '' : ', sem resposta';
}

function agreementFacts({ agreements, promises }: Case): string[] {
  const facts = agreements
    .filter(({ status }) => status === 'broken')
    .map(({ madeOn, total, installments, brokenOn }) => {
      const paid = installments.filter(({ paidOn }) => paidOn !== undefined).length;
      return `As partes fizeram um acordo em ${formatCivilDate(madeOn)}, de ${formatMoney(total)} em ${installments.length} ${installments.length === 1 ? 'parcela' : 'parcelas'}, das quais ${paid === 0 ? 'nenhuma foi paga' : paid === 1 ? '1 foi paga' : `${paid} foram pagas`}; o acordo foi rompido${brokenOn ? ` em ${formatCivilDate(brokenOn)}` : ''}.`;
    });
  const broken = promises.filter(({ status }) => status === 'broken');
  if (broken.length > 0)
    facts.push(`A parte ré reconheceu a dívida e prometeu pagá-la em ${broken.map(({ dueOn }) => formatCivilDate(dueOn)).join(', ')}, o que não ocorreu.`);
  return facts;
}
