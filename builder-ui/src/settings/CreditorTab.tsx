import { CREDITOR_KINDS, type Creditor } from '../../../core/cadence/policies.ts';
import { UFS } from '../../../core/identity/uf.ts';
import { edit, useEditor } from '../document/store.ts';
import { Field } from '../parts/Field.tsx';
import { useT } from '../strings/index.ts';
import { PortfolioField } from './PortfolioField.tsx';

type TextKey = Exclude<keyof Creditor, 'uf' | 'kind'>;
const LONGEST: Record<TextKey, number> = {
  name: 200,
  document: 20,
  address: 300,
  city: 100,
  phone: 30,
  whatsapp: 30,
  email: 200,
  paymentUrl: 500,
  pixKey: 100,
};

export function CreditorTab() {
  const t = useT();
  const words = t.settings.creditor;
  const creditor = useEditor((state) => state.document.creditor);
  const change = (patch: Partial<Creditor>, key: string): void => void edit({ kind: 'setCreditor', patch }, { mergeKey: `creditor:${key}` });
  const text = (key: TextKey, help?: string) => (
    <Field label={words[key]} help={help}>
      {(wiring) => (
        <input {...wiring} className="input" maxLength={LONGEST[key]} value={creditor[key]} onChange={(event) => change({ [key]: event.target.value }, key)} />
      )}
    </Field>
  );
  return (
    <>
      <p className="note">{words.law}</p>
      <div className="field-pair">
        {text('name')}
        {text('document')}
      </div>
      {text('address')}
      <div className="field-trio">
        {text('city')}
        <Field label={words.uf}>
          {(wiring) => (
            <select {...wiring} className="input" value={creditor.uf} onChange={(event) => change({ uf: event.target.value }, 'uf')}>
              {UFS.map((uf) => (
                <option key={uf}>{uf}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.kind}>
          {(wiring) => (
            <select {...wiring} className="input" value={creditor.kind} onChange={(event) => change({ kind: event.target.value as Creditor['kind'] }, 'kind')}>
              {CREDITOR_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {words.kinds[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="field-trio">
        {text('phone')}
        {text('whatsapp')}
        {text('email')}
      </div>
      <div className="field-pair">
        {text('paymentUrl', words.paymentUrlHelp)}
        {text('pixKey')}
      </div>
      <PortfolioField />
    </>
  );
}
