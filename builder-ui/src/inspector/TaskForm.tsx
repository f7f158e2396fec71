import type { HumanTaskBlock } from '../../../core/cadence/blocks.ts';
import { edit } from '../document/store.ts';
import { Field } from '../parts/Field.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useT } from '../strings/index.ts';

export function TaskForm({ block }: { block: HumanTaskBlock }) {
  const t = useT();
  const change = (patch: Partial<HumanTaskBlock>, key: string): void =>
    void edit({ kind: 'updateBlock', block: { ...block, ...patch } }, { mergeKey: `${block.id}:${key}` });
  return (
    <>
      <Field label={t.task.title}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            required
            maxLength={200}
            value={block.title}
            onChange={(event) => event.target.value && change({ title: event.target.value }, 'title')}
          />
        )}
      </Field>
      <Field label={t.task.instructions}>
        {(wiring) => (
          <textarea
            {...wiring}
            className="input"
            rows={5}
            maxLength={5000}
            value={block.instructions}
            onChange={(event) => change({ instructions: event.target.value }, 'instructions')}
          />
        )}
      </Field>
      <div className="field-pair">
        <Field label={t.task.team}>
          {(wiring) => (
            <input {...wiring} className="input" maxLength={100} value={block.team} onChange={(event) => change({ team: event.target.value }, 'team')} />
          )}
        </Field>
        <NumberField
          label={t.task.due}
          value={block.dueInBusinessDays}
          min={0}
          max={60}
          onChange={(value) => value !== null && change({ dueInBusinessDays: value }, 'due')}
          outOfRange={t.inspector.range}
        />
      </div>
    </>
  );
}
