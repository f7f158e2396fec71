import type { Lexicon } from '../grammar/lexicon.ts';
import { DEBT } from './debt.ts';
import { GROUPS } from './groups.ts';
import { HUMANE_ACTS } from './humane-acts.ts';
import { INSULT } from './insult.ts';
import { KINDNESS } from './kindness.ts';
import { LAW } from './law.ts';
import { MENACE } from './menace.ts';
import { PEOPLE } from './people.ts';
import { PRIVATE_LIFE } from './private-life.ts';
import { SPEECH } from './speech.ts';
import { URGENCY } from './urgency.ts';

export const LEXICONS: readonly Lexicon[] = [PEOPLE, LAW, DEBT, SPEECH, MENACE, URGENCY, INSULT, GROUPS, PRIVATE_LIFE, HUMANE_ACTS, KINDNESS];
