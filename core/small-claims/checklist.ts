import type { Case } from '../case/index.ts';
import type { CadenceSettings } from '../cadence/settings.ts';
import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';
import type { EvidenceContent } from '../documents/evidence.ts';
import { noticesIn } from '../documents/notices.ts';
import { PdfWriter } from '../documents/pdf-writer.ts';
import { displayName } from '../message/display.ts';
import type { SmallClaimsEligibility } from './eligibility.ts';
import { missingForPetition } from './missing-data.ts';

export interface ChecklistInput {
  readonly subject: Case;
  readonly settings: CadenceSettings;
  readonly eligibility: SmallClaimsEligibility;
  readonly contents: readonly EvidenceContent[];
  readonly on: CivilDate;
}

/** What a person still does, in the order in which it is done: Portuguese sentences. */
export function filingChecklist({ subject, settings, eligibility, contents }: Omit<ChecklistInput, 'on'>): string[] {
  const { creditor } = settings;
  const items = ['Confira no dia se a dívida não foi paga, negociada ou contestada.'];
  for (const { message } of missingForPetition(subject, creditor)) items.push(`Complete na petição: ${message}`);
  items.push('Leia a petição e corrija o que for preciso: ela é um rascunho e não substitui orientação jurídica.');
  items.push('Junte o contrato, a nota fiscal ou o comprovante da venda ou do serviço.');
  if (creditor.kind === 'PF') items.push('Junte RG, CPF e comprovante de endereço da parte autora.');
  else {
    items.push('Junte o contrato social ou certificado (CCMEI) e o documento de quem assina pela empresa.');
    if (creditor.kind !== 'LTDA' && creditor.kind !== 'SA') {
      items.push(`Junte a prova de enquadramento como ${creditor.kind} e a nota fiscal do negócio (Lei 9.099/95, art. 8º, §1º, II; Enunciado 135 do Fonaje).`);
      items.push('Na audiência a empresa vai pelo próprio dono ou pelo sócio que a dirige (Enunciado 141 do Fonaje).');
    }
  }
  items.push(
    eligibility.lawyerRequired
      ? 'O valor passa de 20 salários mínimos: é preciso advogado (Lei 9.099/95, art. 9º).'
      : 'Até 20 salários mínimos não é preciso advogado (Lei 9.099/95, art. 9º).',
  );
  if (!noticesIn(contents).some(({ contact }) => contact.deliveredAt !== undefined))
    items.push('Nenhum aviso tem entrega comprovada: se houver outro comprovante, junte-o.');
  items.push('Protocole no juizado da cidade do devedor, no balcão ou pelo sistema do tribunal, e guarde o número do processo.');
  items.push('Registre o número do processo na Régua, com a operação "Ação protocolada".');
  items.push('Guarde este pacote em lugar restrito: a petição traz o CPF completo, que a lei pede só nela.');
  return items;
}

export async function checklistPdf(input: ChecklistInput): Promise<Uint8Array> {
  const pdf = await PdfWriter.create({ title: 'O que falta fazer', author: input.settings.creditor.name, on: input.on });
  pdf.title('O que falta fazer');
  pdf.paragraph(`Ação contra ${displayName(input.subject.debtor.name)}, preparada em ${formatCivilDate(input.on)}.`);
  pdf.list(filingChecklist(input), '☐');
  pdf.heading('Por que a ação cabe no juizado');
  pdf.list(input.eligibility.reasons);
  return pdf.bytes();
}
