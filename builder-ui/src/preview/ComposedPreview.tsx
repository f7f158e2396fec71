import { useDeferredValue, useMemo } from 'react';
import type { MessageBlock } from '../../../core/cadence/blocks.ts';
import type { Case, Channel } from '../../../core/case/index.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import type { ComposedMessage } from '../../../core/message/index.ts';
import { sentenceOf } from '../document/error-sentence.ts';
import { edit, useEditor } from '../document/store.ts';
import { useT } from '../strings/index.ts';
import { composePreview } from './compose-preview.ts';
import { MessageShape } from './MessageShape.tsx';
import { ToneMeter } from './ToneMeter.tsx';

export default function ComposedPreview({ block, channel, subject, on }: { block: MessageBlock; channel: Channel; subject: Case; on: CivilDate }) {
  const t = useT();
  const document = useDeferredValue(useEditor((state) => state.document));
  const shown = useDeferredValue(block);
  const result = useMemo((): { message: ComposedMessage } | { problem: string } => {
    try {
      return { message: composePreview(document, shown, channel, subject, on) };
    } catch (error) {
      return { problem: sentenceOf(error) };
    }
  }, [document, shown, channel, subject, on]);
  if ('problem' in result) {
    return (
      <p className="preview-problem" role="alert">
        <b>{t.message.previewFailed}.</b> {result.problem}
      </p>
    );
  }
  return (
    <>
      <MessageShape message={result.message} creditorName={document.creditor.name} subject={subject} />
      <ToneMeter message={result.message} onReplace={(from, to) => replaceInTexts(block, from, to)} />
    </>
  );
}

function replaceInTexts(block: MessageBlock, from: string, to: string): void {
  const pattern = new RegExp(from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
  edit({ kind: 'updateBlock', block: { ...block, texts: block.texts.map((text) => ({ ...text, body: text.body.replace(pattern, to) })) } });
}
