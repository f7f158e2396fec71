import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { describeDay, rehearsalReportNote } from '../../core/report/index.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { tellWhereThePeopleAre } from '../shared/empty-portfolio.ts';
import { requirePortfolio } from '../shared/portfolio-field.ts';
import { readParameters } from '../shared/parameters.ts';
import { rehearsalMarks } from '../shared/rehearsal.ts';
import { momentOf } from '../shared/today.ts';

const defaults = { today: '', portfolio: 'principal' };

/** One item with the day in words and in figures; `text` is ready for an e-mail or a chat. The incoming items only start it: once an execution. */
export async function reportDay(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const { today, portfolio: asked } = readParameters(this, defaults)(0);
  const portfolio = requirePortfolio(asked);
  const ledger = await ledgerOf(this);
  const moment = momentOf(today);
  const report = await ledger.dayReport({ portfolio, on: moment.today });
  const outputs = new Outputs(1);
  const text = describeDay(report);
  if (moment.kind === 'rehearsal') outputs.push(0, { ...report, ...rehearsalMarks(this)(moment), text: `${rehearsalReportNote(moment.today)}\n${text}` }, 0);
  else outputs.push(0, { ...report, text }, 0);
  await tellWhereThePeopleAre(this, ledger, portfolio);
  return outputs.data;
}
