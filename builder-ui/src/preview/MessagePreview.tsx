import { lazy, Suspense, useState } from 'react';
import type { MessageBlock } from '../../../core/cadence/blocks.ts';
import { channelsOf } from '../../../core/cadence/message-channels.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { CHANNELS, type Channel } from '../../../core/case/channel.ts';
import { itemOf } from '../document/items.ts';
import { useEditor } from '../document/store.ts';
import { Field } from '../parts/Field.tsx';
import { useT } from '../strings/index.ts';
import { usePreviewCase } from './use-preview-case.ts';

const ComposedPreview = lazy(() => import('./ComposedPreview.tsx'));

/** Live preview: the message as one real person would get it, on the channel it goes by. */
export function MessagePreview({ block, day }: { block: MessageBlock; day: number }) {
  const t = useT();
  const [picked, setPicked] = useState<Channel | null>(null);
  const document = useEditor((state) => state.document);
  const item = itemOf(document, block.id);
  const allowed = item?.type === 'block' ? channelsOf(item.step.blocks, item.index) : [];
  const channel =
    block.channel !== 'chosen' ? block.channel : picked !== null && (allowed.length === 0 || allowed.includes(picked)) ? picked : (allowed[0] ?? 'whatsapp');
  const { cases, subject, on, choose } = usePreviewCase(day);
  return (
    <section className="preview" aria-label={t.message.preview}>
      <h3>{t.message.preview}</h3>
      <div className="preview-controls">
        <Field label={t.message.previewFor}>
          {(wiring) => (
            <select {...wiring} className="input" value={subject.id} onChange={(event) => choose(event.target.value)}>
              {cases.map((candidate) => (
                <option key={candidate.id} value={candidate.id}>
                  {candidate.debtor.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {block.channel === 'chosen' ? (
          <Field label={t.message.previewChannel}>
            {(wiring) => (
              <select {...wiring} className="input" value={channel} onChange={(event) => setPicked(event.target.value as Channel)}>
                {(allowed.length > 0 ? allowed : CHANNELS).map((candidate) => (
                  <option key={candidate} value={candidate}>
                    {t.labels.channels[candidate]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : (
          <p className="preview-day">{t.message.previewDay(dayLabel(day))}</p>
        )}
      </div>
      <Suspense fallback={<p className="preview-wait">{t.message.previewLoading}</p>}>
        <ComposedPreview block={block} channel={channel} subject={subject} on={on} />
      </Suspense>
    </section>
  );
}
