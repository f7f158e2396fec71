import type { CadenceSettings } from '../cadence/settings.ts';
import type { Case } from '../case/index.ts';
import type { DebtsCharges } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { contactLogPdf } from '../documents/contact-log.ts';
import { debtTablePdf } from '../documents/debt-table.ts';
import type { EvidenceContent } from '../documents/evidence.ts';
import { noticesPdf } from '../documents/notices.ts';
import type { PackedFile } from '../documents/zip.ts';
import { ReguaError } from '../errors.ts';
import { collectibleDebts } from '../message/values.ts';
import { checklistPdf } from './checklist.ts';
import { smallClaimsEligibility } from './eligibility.ts';
import { petitionPdf } from './petition.ts';

export interface FilingPackageInput {
  readonly subject: Case;
  readonly settings: CadenceSettings;
  /** `chargeDebts(collectibleDebts(subject, on, years), …, on)`. */
  readonly charges: DebtsCharges;
  /** The ledger's `contents(caseId)`. */
  readonly contents: readonly EvidenceContent[];
  readonly on: CivilDate;
}

/**
 * The documents a person takes to the small-claims court, in reading order: checklist, petition, memória de cálculo, contact log, notices with
 * receipts. The CPF stands in full in the petition alone, where Lei 9.099/95, art. 14 §1 I needs it; file names carry none.
 * The same input gives the same bytes. Whether the claim is eligible is asked before; the checklist repeats the reasons.
 * @throws ReguaError `filing.no-debt` when nothing is owed, `documents.charges` when charges are of other debts
 */
export async function filingPackage({ subject, settings, charges, contents, on }: FilingPackageInput): Promise<PackedFile[]> {
  const years = settings.policies.prescription.years;
  const debts = collectibleDebts(subject, on, years);
  const [oldest] = debts;
  if (!oldest || charges.total <= 0) throw new ReguaError('filing.no-debt', 'Não há dívida em aberto para levar ao juizado.', { field: 'debts' });
  const eligibility = smallClaimsEligibility({
    amount: charges.total,
    plaintiff: settings.creditor.kind,
    dueDate: oldest.dueDate,
    on,
    withLawyer: settings.policies.smallClaims.withLawyer,
    prescriptionYears: years,
  });
  const [checklist, petition, table, log, notices] = await Promise.all([
    checklistPdf({ subject, settings, eligibility, contents, on }),
    petitionPdf({ subject, settings, debts, charges, contents, on }),
    debtTablePdf({ subject, settings, debts, charges, on }),
    contactLogPdf({ subject, settings, on }),
    noticesPdf({ subject, settings, contents, on }),
  ]);
  return [
    { fileName: '0-o-que-falta-fazer.pdf', bytes: checklist },
    { fileName: '1-peticao.pdf', bytes: petition },
    { fileName: '2-memoria-de-calculo.pdf', bytes: table },
    { fileName: '3-historico-de-contatos.pdf', bytes: log },
    { fileName: '4-avisos-e-comprovantes.pdf', bytes: notices },
  ];
}
