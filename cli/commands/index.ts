import type { Command } from '../io.ts';
import { backup } from './backup.ts';
import { calendar } from './calendar.ts';
import { channel } from './channel.ts';
import { charges } from './charges.ts';
import { document } from './document.ts';
import { documents } from './documents.ts';
import { eligibility } from './eligibility.ts';
import { exportCommand } from './export.ts';
import { guard } from './guard.ts';
import { importCommand } from './import.ts';
import { indices } from './indices.ts';
import { merge } from './merge.ts';
import { message } from './message.ts';
import { noticeCommand } from './notice.ts';
import { offers } from './offers.ts';
import { opening } from './opening.ts';
import { overchargeCommand } from './overcharge.ts';
import { portfolio } from './portfolio.ts';
import { price } from './price.ts';
import { removal } from './removal.ts';
import { reply } from './reply.ts';
import { returnCommand } from './return.ts';
import { serve } from './serve.ts';
import { simulate } from './simulate.ts';
import { statementCommand } from './statement.ts';
import { step } from './step.ts';
import { tier } from './tier.ts';
import { validate } from './validate.ts';

// Every subcommand of `regua`, in the order of `regua --help`; one a line, so that two additions never touch the same line.
// prettier-ignore
export const COMMANDS: readonly Command[] = [
  serve,
  backup,
  documents,
  portfolio,
  returnCommand,
  noticeCommand,
  statementCommand,
  validate,
  exportCommand,
  importCommand,
  merge,
  charges,
  price,
  overchargeCommand,
  indices,
  calendar,
  opening,
  document,
  tier,
  step,
  simulate,
  offers,
  channel,
  eligibility,
  removal,
  message,
  reply,
  guard,
];
