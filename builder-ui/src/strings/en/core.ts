import type { core as portuguese } from '../pt-BR/core.ts';
import { clockWords } from './clock-words.ts';
import { describeOperation } from './describe-operation.ts';
import { differences } from './difference-words.ts';
import { findingWords, fixWords } from './finding-words.ts';
import { labels } from './labels.ts';
import { mergeWords } from './merge-words.ts';
import { importNoteWords, refusalWords } from './refusal-words.ts';
import { textFindingWords } from './text-finding-words.ts';

export const core: typeof portuguese = {
  labels,
  says: {
    operation: describeOperation,
    finding: findingWords,
    fix: fixWords,
    textFinding: textFindingWords,
    refusal: refusalWords,
    differences,
    merge: mergeWords,
    clock: clockWords,
    importNote: importNoteWords,
  },
};
