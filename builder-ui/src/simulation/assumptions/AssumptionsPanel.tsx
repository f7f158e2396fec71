import { FlaskConical, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { CHANNELS } from '../../../../core/case/channel.ts';
import { MESSAGE_PURPOSES } from '../../../../core/case/case.ts';
import { DEFAULT_ASSUMPTIONS } from '../../../../core/simulation/assumptions.ts';
import { useEditor } from '../../document/store.ts';
import { Button } from '../../parts/Button.tsx';
import { NumberField } from '../../parts/NumberField.tsx';
import { useT } from '../../strings/index.ts';
import { startRun } from '../runs.ts';
import { changeSettings, isRunning, useSimulation } from '../store.ts';
import { AnswerShares } from './AnswerShares.tsx';
import './assumptions.css';
import { changedCount, CHANNEL_COLUMNS, FIELDS, putAssumption, readAssumption, tierField, type AssumptionField } from './fields.ts';

/** How people are assumed to respond: in the open, every number of it, and called what it is. */
export function AssumptionsPanel() {
  const t = useT();
  const words = t.assumptions;
  const { assumptions, seed } = useSimulation((state) => state.settings);
  const running = useSimulation((state) => isRunning(state.run) && state.problem === null);
  const tiers = useEditor((state) => state.document.tiers);
  const changed = changedCount(assumptions, DEFAULT_ASSUMPTIONS);
  const named = (fields: readonly AssumptionField[]) =>
    fields.map((field) => <Assumption key={field.path} field={field} label={words.fields[field.path as keyof typeof words.fields]} />);
  return (
    <div className="assumptions">
      <header className="assumptions-head">
        <h2>{words.title}</h2>
        <p>{words.intro}</p>
        <p>{words.seed(seed)}</p>
        <div className="button-row">
          <Button tone="primary" icon={<FlaskConical size={16} aria-hidden />} disabled={running} onClick={startRun}>
            {words.apply}
          </Button>
          {changed > 0 && (
            <Button tone="quiet" icon={<RotateCcw size={15} aria-hidden />} onClick={() => changeSettings({ assumptions: DEFAULT_ASSUMPTIONS })}>
              {words.reset} ({words.changed(changed)})
            </Button>
          )}
        </div>
      </header>
      <Section title={words.sections.alone}>{named(FIELDS.alone)}</Section>
      <Section title={words.sections.channels} help={words.help.channels}>
        <ChannelTable />
      </Section>
      <Section title={words.sections.answers} help={words.help.answers}>
        {named(FIELDS.answers)}
        <AnswerShares answers={assumptions.answers} />
      </Section>
      <Section title={words.sections.offers} help={words.help.offers}>
        {named(FIELDS.offers)}
      </Section>
      <Section title={words.sections.afterwards}>{named(FIELDS.afterwards)}</Section>
      <Section title={words.sections.weariness}>{named(FIELDS.weariness)}</Section>
      <Section title={words.sections.formal}>{named(FIELDS.formal)}</Section>
      <Section title={words.sections.work} help={words.help.work}>
        {named(FIELDS.work)}
      </Section>
      <Section title={words.sections.tiers} help={words.help.factors}>
        {tiers.map((tier) => (
          <Assumption key={tier.id} field={tierField(tier.id)} label={tier.name} />
        ))}
      </Section>
      <Section title={words.sections.purposes} help={words.help.factors}>
        {MESSAGE_PURPOSES.map((purpose, index) => (
          <Assumption key={purpose} field={FIELDS.purposes[index]!} label={t.labels.purposes[purpose]} />
        ))}
      </Section>
    </div>
  );
}

function Section({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <fieldset className="assumption-group">
      <legend>{title}</legend>
      {help && <p className="field-help">{help}</p>}
      {children}
    </fieldset>
  );
}

function Assumption({ field, label }: { field: AssumptionField; label: string }) {
  const t = useT();
  const value = useSimulation((state) => readAssumption(state.settings.assumptions, field.path) ?? 1);
  return (
    <NumberField
      label={label}
      value={value}
      min={0}
      max={field.max}
      decimals={field.unit === 'days' || field.unit === 'minutes' ? 0 : 2}
      suffix={t.assumptions.units[field.unit]}
      onChange={(next) => next !== null && put(field, next)}
      outOfRange={t.inspector.range}
    />
  );
}

const put = ({ path }: AssumptionField, value: number): void =>
  changeSettings({ assumptions: putAssumption(useSimulation.getState().settings.assumptions, path, value) });

function ChannelTable() {
  const t = useT();
  const { columns, cell } = t.assumptions;
  return (
    <table className="channel-table">
      <thead>
        <tr>
          <td />
          {CHANNEL_COLUMNS.map((column) => (
            <th key={column} scope="col">
              {columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {CHANNELS.map((channel, row) => (
          <tr key={channel}>
            <th scope="row">{t.labels.channels[channel]}</th>
            {CHANNEL_COLUMNS.map((column, index) => (
              <td key={column}>
                <Assumption field={FIELDS.channels[row * CHANNEL_COLUMNS.length + index]!} label={cell(t.labels.channels[channel], columns[column])} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
