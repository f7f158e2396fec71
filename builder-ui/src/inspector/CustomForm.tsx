import type { CustomBlock } from '../../../core/cadence/blocks.ts';
import { NODE_NAME } from '../../../core/cadence/definitions/blocks.ts';
import { useT } from '../strings/index.ts';
import { DefinedField } from './DefinedField.tsx';
import { changeField } from './DefinedFields.tsx';

export function CustomForm({ block }: { block: CustomBlock }) {
  const t = useT();
  return (
    <>
      <p className="note">{t.custom.help}</p>
      <DefinedField field={NODE_NAME} words={t.fields.any.name} value={block.label} onChange={(label) => changeField(block, 'label', NODE_NAME, label)} />
      <p className="field-help">
        {t.custom.type}: <code>{String(block.node['type'] ?? '')}</code>
      </p>
    </>
  );
}
