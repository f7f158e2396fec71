import { pluralIn } from '../plural.ts';
import type { message as portuguese } from '../pt-BR/message.ts';

const plural = pluralIn('en');

export const message: typeof portuguese = {
  message: {
    addVariant: 'Another text',
    removeVariant: 'Delete this text',
    whenUsed: 'When this text holds',
    variables: "The client's and the debt's data",
    insertVariable: 'Insert data',
    insertHint: 'or type /',
    insertList: 'Data that can go into the text',
    editorHelp: 'Type a slash to insert data of the client or the debt.',
    inserted: (words) => `Inserted: ${words}.`,
    removed: (words) => `Removed: ${words}.`,
    preview: 'As the client gets it',
    previewFor: 'Preview for',
    previewChannel: 'Channel of the preview',
    previewDay: (day) => `On day ${day}`,
    segments: (count, length) => `${count} SMS · ${plural(length, 'character', 'characters')}`,
    accented: 'With accents or symbols, each SMS holds 70 characters.',
    previewLoading: 'Preparing the preview…',
    previewFailed: 'The text can not be shown yet',
    tone: 'Tone and clarity',
    toneGood: 'Respectful tone',
    toneFindings: (count) => plural(count, 'point in the text', 'points in the text'),
    readability: 'Ease of reading',
    reading: { easy: 'Easy to read', fair: 'Fair', hard: 'Hard to read' },
    replace: (word) => `Replace by "${word}"`,
    from: 'From',
    to: 'To',
    voiceHelp: 'Read aloud by the automatic call.',
  },
};
