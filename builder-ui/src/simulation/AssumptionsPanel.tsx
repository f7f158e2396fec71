import { CHANNEL_LABELS, CHANNELS } from '../../../core/case/channel.ts';
import { ASSUMPTION_LABELS, DEFAULT_ASSUMPTIONS, type Assumptions } from '../../../core/simulation/assumptions.ts';
import { Button } from '../parts/Button.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useT } from '../strings/index.ts';
import { changeSettings, useSimulation } from './store.ts';

/** How people are assumed to respond: in the open, editable, and called what it is. */
export function AssumptionsPanel() {
  const t = useT();
  const assumptions = useSimulation((state) => state.settings.assumptions);
  const put = (next: Assumptions): void => changeSettings({ assumptions: next });
  return (
    <>
      <p className="note">{t.simulation.assumptionsHelp}</p>
      {ASSUMPTION_LABELS.map(({ field, label, unit, max }) => (
        <NumberField
          key={field}
          label={label}
          value={assumptions[field] as number}
          min={0}
          max={max}
          decimals={2}
          suffix={unit}
          onChange={(value) => value !== null && put({ ...assumptions, [field]: value })}
          outOfRange={t.inspector.range}
        />
      ))}
      <fieldset className="field-group">
        <legend>{t.simulation.channelAnswers}</legend>
        {CHANNELS.map((channel) => (
          <NumberField
            key={channel}
            label={CHANNEL_LABELS[channel]}
            value={assumptions.channels[channel].answeredPercent}
            min={0}
            max={100}
            decimals={1}
            suffix={`% ${t.simulation.share}`}
            onChange={(value) =>
              value !== null &&
              put({ ...assumptions, channels: { ...assumptions.channels, [channel]: { ...assumptions.channels[channel], answeredPercent: value } } })
            }
            outOfRange={t.inspector.range}
          />
        ))}
      </fieldset>
      <Button onClick={() => put(DEFAULT_ASSUMPTIONS)}>{t.simulation.resetAssumptions}</Button>
    </>
  );
}
