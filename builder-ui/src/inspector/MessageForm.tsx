import { Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MessageBlock, MessageText } from '../../../core/cadence/blocks.ts';
import { DEFAULT_REASONS, MESSAGE_PURPOSES, type MessagePurpose } from '../../../core/case/case.ts';
import { CHANNELS, type Channel } from '../../../core/case/channel.ts';
import { edit, useEditor } from '../document/store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Field, Switch } from '../parts/Field.tsx';
import type { TemplateEditorHandle } from '../message-editor/TemplateEditor.tsx';
import { TemplateField } from '../message-editor/TemplateField.tsx';
import { MessagePreview } from '../preview/MessagePreview.tsx';
import { useT } from '../strings/index.ts';
import { VariableChips } from './VariableChips.tsx';

export function MessageForm({ block, day }: { block: MessageBlock; day: number }) {
  const t = useT();
  const [shown, setShown] = useState(0);
  const index = Math.min(shown, block.texts.length - 1);
  const change = (patch: Partial<MessageBlock>, mergeKey?: string): void =>
    void edit({ kind: 'updateBlock', block: { ...block, ...patch } }, mergeKey ? { mergeKey: `${block.id}:${mergeKey}` } : {});
  const changeText = (patch: { [K in keyof MessageText]?: MessageText[K] | undefined }, mergeKey?: string): void =>
    change({ texts: block.texts.map((text, at) => (at === index ? clean({ ...text, ...patch }) : text)) }, mergeKey && `${index}:${mergeKey}`);
  return (
    <>
      <div className="field-pair">
        <Field label={t.message.purpose}>
          {(wiring) => (
            <select {...wiring} className="input" value={block.purpose} onChange={(event) => change({ purpose: event.target.value as MessagePurpose })}>
              {MESSAGE_PURPOSES.map((purpose) => (
                <option key={purpose} value={purpose}>
                  {t.labels.purposes[purpose]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t.message.channel}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={block.channel}
              onChange={(event) => change({ channel: event.target.value as MessageBlock['channel'] })}
            >
              <option value="chosen">{t.message.chosen}</option>
              {CHANNELS.map((channel) => (
                <option key={channel} value={channel}>
                  {t.labels.channels[channel]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Variants block={block} shown={index} onShow={setShown} onChange={change} />
      <TextEditor key={`${block.id}:${index}`} block={block} text={block.texts[index]!} showScope={block.texts.length > 1} onChange={changeText} />
      <MessagePreview block={block} day={day} />
      <Switch
        label={t.message.asksForAnswer}
        help={t.message.asksForAnswerHelp}
        checked={block.asksForAnswer}
        onChange={(asksForAnswer) => change({ asksForAnswer })}
      />
      <Switch label={t.message.aiWording} help={t.message.aiWordingHelp} checked={block.aiWording} onChange={(aiWording) => change({ aiWording })} />
    </>
  );
}

/** Absent keys, not `undefined` ones: the document is exact. */
function clean(text: { [K in keyof MessageText]?: MessageText[K] | undefined }): MessageText {
  return Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined)) as MessageText;
}

function Variants({
  block,
  shown,
  onShow,
  onChange,
}: {
  block: MessageBlock;
  shown: number;
  onShow: (index: number) => void;
  onChange: (patch: Partial<MessageBlock>) => void;
}) {
  const t = useT();
  const tiers = useEditor((state) => state.document.tiers);
  const nameOf = (text: MessageText): string =>
    [
      text.channel === 'any' ? '' : t.labels.channels[text.channel],
      text.tierId ? (tiers.find((tier) => tier.id === text.tierId)?.name ?? text.tierId) : '',
      text.defaultReason ? t.message.reasons[text.defaultReason] : '',
    ]
      .filter(Boolean)
      .join(' · ') || t.message.anyChannel;
  const add = (): void => {
    const used = new Set(block.texts.map((text) => text.channel));
    const channel = CHANNELS.find((candidate) => !used.has(candidate)) ?? 'any';
    onChange({ texts: [...block.texts, { ...block.texts[shown]!, channel }] });
    onShow(block.texts.length);
  };
  return (
    <div className="variants" role="group" aria-label={t.message.variants}>
      {block.texts.map((text, index) => (
        <button key={index} type="button" className="variant" aria-pressed={index === shown} onClick={() => onShow(index)}>
          {nameOf(text)}
        </button>
      ))}
      <Button small tone="quiet" icon={<Plus size={14} aria-hidden />} onClick={add}>
        {t.message.addVariant}
      </Button>
      {block.texts.length > 1 && (
        <IconButton
          label={t.message.removeVariant}
          icon={<Trash2 size={15} aria-hidden />}
          onClick={() => {
            onChange({ texts: block.texts.filter((_, index) => index !== shown) });
            onShow(0);
          }}
        />
      )}
    </div>
  );
}

function TextEditor({
  block,
  text,
  showScope,
  onChange,
}: {
  block: MessageBlock;
  text: MessageText;
  showScope: boolean;
  onChange: (patch: { [K in keyof MessageText]?: MessageText[K] | undefined }, mergeKey?: string) => void;
}) {
  const t = useT();
  const tiers = useEditor((state) => state.document.tiers);
  const readOnly = useEditor((state) => state.readOnly);
  const body = useRef<TemplateEditorHandle>(null);
  const hasSubject =
    block.channel === 'email' ||
    block.channel === 'letter' ||
    (block.channel === 'chosen' && (text.channel === 'any' || text.channel === 'email' || text.channel === 'letter'));
  return (
    <div className="text-editor">
      {hasSubject && (
        <TemplateField
          label={t.message.subject}
          singleLine
          maxLength={200}
          readOnly={readOnly}
          value={text.subject ?? ''}
          onChange={(subject) => onChange({ subject: subject || undefined }, 'subject')}
        />
      )}
      <TemplateField
        label={t.message.text}
        maxLength={10_000}
        readOnly={readOnly}
        value={text.body}
        onChange={(value) => onChange({ body: value }, 'body')}
        handle={body}
      />
      <VariableChips onPick={(name) => body.current?.insertVariable(name)} onMore={() => body.current?.openMenu()} />
      <details className="scope" open={showScope && text.channel !== 'any'}>
        <summary>{t.message.whenUsed}</summary>
        <div className="field-trio">
          <Field label={t.message.variantChannel}>
            {(wiring) => (
              <select {...wiring} className="input" value={text.channel} onChange={(event) => onChange({ channel: event.target.value as Channel | 'any' })}>
                <option value="any">{t.message.anyChannel}</option>
                {CHANNELS.map((channel) => (
                  <option key={channel} value={channel}>
                    {t.labels.channels[channel]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t.message.variantTier}>
            {(wiring) => (
              <select {...wiring} className="input" value={text.tierId ?? ''} onChange={(event) => onChange({ tierId: event.target.value || undefined })}>
                <option value="">{t.message.anyTier}</option>
                {tiers.map((tier) => (
                  <option key={tier.id} value={tier.id}>
                    {tier.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t.message.variantReason}>
            {(wiring) => (
              <select
                {...wiring}
                className="input"
                value={text.defaultReason ?? ''}
                onChange={(event) => onChange({ defaultReason: (event.target.value || undefined) as MessageText['defaultReason'] })}
              >
                <option value="">{t.message.anyReason}</option>
                {DEFAULT_REASONS.map((reason) => (
                  <option key={reason} value={reason}>
                    {t.message.reasons[reason]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      </details>
    </div>
  );
}
