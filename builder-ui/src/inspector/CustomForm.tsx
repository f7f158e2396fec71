import type { CustomBlock } from '../../../core/cadence/blocks.ts';
import { edit } from '../document/store.ts';
import { Field } from '../parts/Field.tsx';
import { useT } from '../strings/index.ts';

export function CustomForm({ block }: { block: CustomBlock }) {
  const t = useT();
  return (
    <>
      <p className="note">{t.custom.help}</p>
      <Field label={t.custom.label}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={200}
            value={block.label}
            onChange={(event) =>
              event.target.value && edit({ kind: 'updateBlock', block: { ...block, label: event.target.value } }, { mergeKey: `${block.id}:label` })
            }
          />
        )}
      </Field>
      <p className="field-help">
        {t.custom.type}: <code>{String(block.node['type'] ?? '')}</code>
      </p>
    </>
  );
}
