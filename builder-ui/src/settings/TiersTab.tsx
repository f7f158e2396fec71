import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { Tier, TierRule } from '../../../core/cadence/policies.ts';
import { freshId } from '../../../core/cadence/operations/index.ts';
import { chargesFor } from '../../../core/payment/index.ts';
import { openDebts } from '../../../core/case/index.ts';
import { formatMoney } from '../../../core/money.ts';
import { previewTiers, tierMetrics, type TierMetrics } from '../../../core/tier/index.ts';
import { sampleCases } from '../../../core/simulation/sample-cases.ts';
import { currentDocument, edit, useEditor } from '../document/store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { usePortfolio } from '../portfolio/store.ts';
import { today } from '../preview/today.ts';
import { t, useT } from '../strings/index.ts';
import { ThresholdSlider } from './ThresholdSlider.tsx';

/** Enough people for a smooth histogram, few enough to count again while a slider moves. */
const SAMPLE = 600;
const SEED = 7;

export default function TiersTab() {
  const t = useT();
  const words = t.settings.tiers;
  const document = useEditor((state) => state.document);
  const portfolio = useMeasuredPortfolio();
  const tiers = useDeferredValue(document.tiers);
  const counts = useMemo(() => new Map(previewTiers(portfolio, tiers, today()).map((preview) => [preview.tierId, preview])), [portfolio, tiers]);
  const metrics = useMemo(() => portfolio.map(({ subject, debtTotal }) => tierMetrics(subject, debtTotal, today())), [portfolio]);
  const add = (): void =>
    void edit({
      kind: 'addTier',
      index: Math.max(0, document.tiers.length - 1),
      tier: { id: freshId(currentDocument(), 'faixa'), name: words.newName, description: '', rule: {} },
    });
  return (
    <>
      <p className="field-help">{words.help}</p>
      <ol className="tiers">
        {document.tiers.map((tier, index) => (
          <TierCard
            key={tier.id}
            tier={tier}
            index={index}
            last={index === document.tiers.length - 1}
            metrics={metrics}
            count={counts.get(tier.id)?.cases ?? 0}
            served={document.tracks.some((track) => track.tierIds.includes(tier.id))}
          />
        ))}
      </ol>
      <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
        {words.add}
      </Button>
    </>
  );
}

function TierCard({
  tier,
  index,
  last,
  metrics,
  count,
  served,
}: {
  tier: Tier;
  index: number;
  last: boolean;
  metrics: readonly TierMetrics[];
  count: number;
  served: boolean;
}) {
  const t = useT();
  const words = t.settings.tiers;
  const change = (patch: Partial<Omit<Tier, 'id'>>, key: string): void =>
    void edit({ kind: 'updateTier', tierId: tier.id, patch }, { mergeKey: `${tier.id}:${key}` });
  const setRule = (key: keyof TierRule, value: number | null): void => {
    const { [key]: _old, ...rest } = tier.rule;
    change({ rule: value === null ? rest : { ...rest, [key]: value } }, key);
  };
  const share = metrics.length > 0 ? `${((count / metrics.length) * 100).toLocaleString(t.app.locale, { maximumFractionDigits: 1 })}%` : '0%';
  return (
    <li className="tier">
      <div className="tier-head">
        <Field label={words.name}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={60}
              value={tier.name}
              onChange={(event) => event.target.value && change({ name: event.target.value }, 'name')}
            />
          )}
        </Field>
        <Field label={words.description}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={300}
              value={tier.description}
              onChange={(event) => change({ description: event.target.value }, 'description')}
            />
          )}
        </Field>
        <span className="tier-actions">
          <IconButton
            label={words.up(tier.name)}
            disabled={index === 0}
            icon={<ChevronUp size={17} aria-hidden />}
            onClick={() => edit({ kind: 'moveTier', tierId: tier.id, index: index - 1 })}
          />
          <IconButton
            label={words.down(tier.name)}
            disabled={last}
            icon={<ChevronDown size={17} aria-hidden />}
            onClick={() => edit({ kind: 'moveTier', tierId: tier.id, index: index + 1 })}
          />
          <IconButton
            label={words.removeTier(tier.name)}
            icon={<Trash2 size={16} aria-hidden />}
            onClick={() => edit({ kind: 'removeTier', tierId: tier.id })}
          />
        </span>
      </div>
      <p className="tier-count">
        <b>{words.inTier(count, metrics.length, share)}</b> {!served && <span className="field-error">{words.unserved}</span>}
      </p>
      <div className="thresholds">
        <ThresholdSlider
          label={words.minLifetime}
          values={metrics.map((each) => each.lifetimeValue)}
          value={tier.rule.minLifetimeValueCents ?? null}
          keeps="above"
          step={10_000}
          format={formatMoney}
          onChange={(value) => setRule('minLifetimeValueCents', value)}
        />
        <ThresholdSlider
          label={words.maxDebtShare}
          values={metrics.flatMap((each) => each.debtToLifetimePercent ?? [])}
          value={tier.rule.maxDebtToLifetimePercent ?? null}
          keeps="below"
          step={1}
          format={percent}
          onChange={(value) => setRule('maxDebtToLifetimePercent', value)}
        />
        <ThresholdSlider
          label={words.minPunctuality}
          values={metrics.flatMap((each) => each.punctualityPercent ?? [])}
          value={tier.rule.minPunctualityPercent ?? null}
          keeps="above"
          step={1}
          largest={100}
          format={percent}
          onChange={(value) => setRule('minPunctualityPercent', value)}
        />
        <ThresholdSlider
          label={words.minMonths}
          values={metrics.flatMap((each) => each.relationshipMonths ?? [])}
          value={tier.rule.minRelationshipMonths ?? null}
          keeps="above"
          step={1}
          format={String}
          onChange={(value) => setRule('minRelationshipMonths', value)}
        />
      </div>
    </li>
  );
}

const percent = (value: number): string => `${value.toLocaleString(t().app.locale, { maximumFractionDigits: 0 })}%`;

/** The user's portfolio, or invented people, each with what they owe today. */
function useMeasuredPortfolio() {
  const { source, cases } = usePortfolio();
  const policies = useEditor((state) => state.document.policies);
  return useMemo(() => {
    const on = today();
    const people = source === 'file' ? cases : sampleCases(SAMPLE, SEED, on);
    return people.map((subject) => ({ subject, debtTotal: chargesFor(openDebts(subject), subject.debtor, policies, on).total }));
  }, [source, cases, policies]);
}
