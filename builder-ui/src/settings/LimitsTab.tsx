import { CHANNEL_PROVIDERS, LATE_ENTRIES, type Policies } from '../../../core/cadence/policies.ts';
import { CHANNELS } from '../../../core/case/channel.ts';
import { edit, useEditor } from '../document/store.ts';
import { Field, Switch } from '../parts/Field.tsx';
import { MoneyField } from '../parts/MoneyField.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useT } from '../strings/index.ts';

export function LimitsTab() {
  const t = useT();
  const words = t.settings.limits;
  const policies = useEditor((state) => state.document.policies);
  const change = (patch: Partial<Policies>, key: string): void => void edit({ kind: 'setPolicies', patch }, { mergeKey: `limits:${key}` });
  return (
    <>
      <div className="field-pair">
        <NumberField
          label={words.perDay}
          value={policies.frequency.perDay}
          min={1}
          max={10}
          onChange={(value) => value !== null && change({ frequency: { ...policies.frequency, perDay: value } }, 'perDay')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={words.perWeek}
          value={policies.frequency.perSevenDays}
          min={1}
          max={50}
          onChange={(value) => value !== null && change({ frequency: { ...policies.frequency, perSevenDays: value } }, 'perWeek')}
          outOfRange={t.inspector.range}
        />
      </div>
      <p className="field-help">{words.help}</p>
      <fieldset className="field-group">
        <legend>{words.channels}</legend>
        {CHANNELS.map((channel) => {
          const settings = policies.channels[channel];
          const set = (patch: Partial<typeof settings>): void => change({ channels: { ...policies.channels, [channel]: { ...settings, ...patch } } }, channel);
          return (
            <div key={channel} className="field-pair">
              <Field label={`${t.labels.channels[channel]}: ${words.provider.toLowerCase()}`}>
                {(wiring) => (
                  <select
                    {...wiring}
                    className="input"
                    value={settings.provider}
                    onChange={(event) => set({ provider: event.target.value as typeof settings.provider })}
                  >
                    {CHANNEL_PROVIDERS.map((provider) => (
                      <option key={provider} value={provider}>
                        {words.providers[provider]}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <MoneyField label={words.cost} cents={settings.costCents} onChange={(cents) => cents !== null && set({ costCents: cents })} />
            </div>
          );
        })}
      </fieldset>
      <section className="settings-part" aria-label={words.outage.title}>
        <h4>{words.outage.title}</h4>
        <p className="note">{words.outage.help}</p>
        <MoneyField
          label={words.outage.extra}
          cents={policies.outage.extraCents}
          onChange={(cents) => cents !== null && change({ outage: { ...policies.outage, extraCents: cents } }, 'outage')}
        />
        <Switch
          label={words.outage.letter}
          help={words.outage.letterHelp}
          checked={policies.outage.letter}
          onChange={(letter) => change({ outage: { ...policies.outage, letter } }, 'outageLetter')}
        />
      </section>
      <div className="field-pair">
        <NumberField
          label={words.promiseDays}
          value={policies.promise.maxDays}
          min={1}
          max={60}
          onChange={(value) => value !== null && change({ promise: { ...policies.promise, maxDays: value } }, 'promise')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={words.promiseGrace}
          value={policies.promise.graceBusinessDays}
          min={0}
          max={10}
          onChange={(value) => value !== null && change({ promise: { ...policies.promise, graceBusinessDays: value } }, 'grace')}
          outOfRange={t.inspector.range}
        />
        <Field label={words.lateEntry}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={policies.lateEntry}
              onChange={(event) => change({ lateEntry: event.target.value as Policies['lateEntry'] }, 'lateEntry')}
            >
              {LATE_ENTRIES.map((entry) => (
                <option key={entry} value={entry}>
                  {words.lateEntries[entry]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <NumberField
          label={words.prescription}
          value={policies.prescription.years}
          min={1}
          max={20}
          onChange={(value) => value !== null && change({ prescription: { years: value } }, 'prescription')}
          outOfRange={t.inspector.range}
        />
      </div>
    </>
  );
}
