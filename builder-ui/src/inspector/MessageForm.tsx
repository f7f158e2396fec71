import { Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MessageBlock, MessageText } from '../../../core/cadence/blocks.ts';
import { BLOCKS } from '../../../core/cadence/definitions/blocks.ts';
import { CHANNELS } from '../../../core/case/channel.ts';
import { edit, useEditor } from '../document/store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import type { TemplateEditorHandle } from '../message-editor/TemplateEditor.tsx';
import { TemplateField } from '../message-editor/TemplateField.tsx';
import { MessagePreview } from '../preview/MessagePreview.tsx';
import { useT } from '../strings/index.ts';
import { capital, DefinedField } from './DefinedField.tsx';
import { DefinedFields } from './DefinedFields.tsx';
import { VariableChips } from './VariableChips.tsx';

const TEXT = BLOCKS.message.fields.texts.fields;
const BEFORE_THE_TEXTS = ['purpose', 'channel'];

export function MessageForm({ block, day }: { block: MessageBlock; day: number }) {
  const [shown, setShown] = useState(0);
  const index = Math.min(shown, block.texts.length - 1);
  const change = (patch: Partial<MessageBlock>, mergeKey?: string): void =>
    void edit({ kind: 'updateBlock', block: { ...block, ...patch } }, mergeKey ? { mergeKey: `${block.id}:${mergeKey}` } : {});
  const changeText = (patch: { [K in keyof MessageText]?: MessageText[K] | undefined }, mergeKey?: string): void =>
    change({ texts: block.texts.map((text, at) => (at === index ? clean({ ...text, ...patch }) : text)) }, mergeKey && `${index}:${mergeKey}`);
  return (
    <>
      <DefinedFields block={block} only={BEFORE_THE_TEXTS} />
      <Variants block={block} shown={index} onShow={setShown} onChange={change} />
      <TextEditor key={`${block.id}:${index}`} block={block} text={block.texts[index]!} showScope={block.texts.length > 1} onChange={changeText} />
      <MessagePreview block={block} day={day} />
      <DefinedFields block={block} except={[...BEFORE_THE_TEXTS, 'texts']} />
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
  const words = t.fields.message.texts.fields;
  const tiers = useEditor((state) => state.document.tiers);
  const nameOf = (text: MessageText): string =>
    [
      text.channel === 'any' ? '' : t.labels.channels[text.channel],
      text.tierId ? (tiers.find((tier) => tier.id === text.tierId)?.name ?? text.tierId) : '',
      text.defaultReason ? words.defaultReason.options[text.defaultReason] : '',
    ]
      .filter(Boolean)
      .join(' · ') || words.channel.options.any;
  const add = (): void => {
    const used = new Set(block.texts.map((text) => text.channel));
    const channel = CHANNELS.find((candidate) => !used.has(candidate)) ?? 'any';
    onChange({ texts: [...block.texts, { ...block.texts[shown]!, channel }] });
    onShow(block.texts.length);
  };
  return (
    <div className="variants" role="group" aria-label={t.fields.message.texts.label}>
      {block.texts.map((text, index) => (
        <button key={index} type="button" className="variant" aria-pressed={index === shown} onClick={() => onShow(index)}>
          {nameOf(text)}
        </button>
      ))}
      <Button small tone="quiet" icon={<Plus size={14} aria-hidden />} onClick={add}>
        {t.message.addVariant}
      </Button>
      {block.texts.length > BLOCKS.message.fields.texts.min && (
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
  const words = t.fields.message.texts.fields;
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
          label={words.subject.label}
          singleLine
          maxLength={TEXT.subject.maxLength}
          readOnly={readOnly}
          value={text.subject ?? ''}
          onChange={(subject) => onChange({ subject: subject || undefined }, 'subject')}
        />
      )}
      <TemplateField
        label={words.body.label}
        maxLength={TEXT.body.maxLength}
        readOnly={readOnly}
        value={text.body}
        onChange={(value) => onChange({ body: value }, 'body')}
        handle={body}
      />
      <VariableChips onPick={(name) => body.current?.insertVariable(name)} onMore={() => body.current?.openMenu()} />
      <details className="scope" open={showScope && text.channel !== 'any'}>
        <summary>{t.message.whenUsed}</summary>
        <div className="field-trio">
          <DefinedField
            field={TEXT.channel}
            words={words.channel}
            value={text.channel}
            onChange={(channel) => onChange({ channel: channel as MessageText['channel'] })}
          />
          <Field label={words.tierId.label}>
            {(wiring) => (
              <select {...wiring} className="input" value={text.tierId ?? ''} onChange={(event) => onChange({ tierId: event.target.value || undefined })}>
                <option value="">{capital(words.tierId.absent)}</option>
                {tiers.map((tier) => (
                  <option key={tier.id} value={tier.id}>
                    {tier.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <DefinedField
            field={TEXT.defaultReason}
            words={words.defaultReason}
            value={text.defaultReason}
            onChange={(reason) => onChange({ defaultReason: reason as MessageText['defaultReason'] })}
          />
        </div>
      </details>
    </div>
  );
}
