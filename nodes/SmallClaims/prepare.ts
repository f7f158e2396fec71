import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { addBusinessDays } from '../../core/calendar/index.ts';
import type { Filing } from '../../core/case/index.ts';
import { formatMoney } from '../../core/money.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { refusalOf } from '../shared/refusal.ts';
import { writePackage } from './package.ts';
import { claimOf, claimOnItem } from './eligibility-for-case.ts';

const defaults = { caseId: '', blockId: '', provider: 'manual', team: 'jurídico', attachPackage: false };

/** Prepares one filing per case: the same one again shows the filing that is there. */
export async function prepareFilings(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const nodeId = this.getNode().id;
  return forEachCase(this, { defaults, outputs: 3, failureOutput: 2 }, async ({ item, subject, settings, moment, parameters, ledger, journal }) => {
    const claim = claimOf(subject, settings, moment.today);
    if (!claim?.eligibility.eligible) {
      const reasons = claim?.eligibility.reasons ?? ['Não há dívida em aberto.'];
      journal.skipped(item, moment, reasons[0]!);
      const code = `small-claims-${claim?.eligibility.code ?? 'no-debt'}`;
      await ledger.recordRefusals([refusalOf(item, moment, parameters.blockId || nodeId, { code, reason: reasons[0]! })]);
      return { output: 1, add: claim ? { smallClaims: claimOnItem(claim) } : {}, why: reasons };
    }
    const known = subject.filings.find((filing) => filing.status !== 'closed');
    const filing: Filing = known ?? {
      id: `acao-${subject.id}-${moment.today.replaceAll('-', '')}`,
      preparedOn: moment.today,
      amount: claim.amount,
      status: 'prepared',
    };
    if (!known) await ledger.saveFiling({ ...filing, caseId: subject.id, at: moment.now });
    const { file, bytes } = await writePackage(filing.id, subject, settings, moment, ledger);
    const { task } = await ledger.openTask({
      caseId: subject.id,
      ...(item.runId === undefined ? {} : { runId: item.runId }),
      kind: 'small-claims',
      title: `Protocolar ação no juizado contra ${subject.debtor.name} (${formatMoney(filing.amount)})`,
      instructions: [
        ...(file === null ? [] : [`Os documentos estão em ${file}; comece pela lista do que falta fazer.`]),
        ...claim.eligibility.reasons,
        'Depois de protocolar, use a operação "Ação protocolada" com este caso e o número do processo.',
      ].join(' '),
      team: parameters.team.trim() || 'jurídico',
      dueOn: addBusinessDays(moment.today, 5, { uf: subject.debtor.uf }),
      createdAt: moment.now,
      key: `small-claims:${filing.id}`,
    });
    journal.done(item, moment, parameters.blockId || nodeId);
    const add = { smallClaims: { ...claimOnItem(claim), filingId: filing.id, taskId: task.id, file } };
    if (!parameters.attachPackage) return { output: 0, add, why: claim.eligibility.reasons };
    const data = await this.helpers.prepareBinaryData(Buffer.from(bytes), `juizado-${filing.id}.zip`, 'application/zip');
    return { output: 0, add, why: claim.eligibility.reasons, binary: { data } };
  });
}
