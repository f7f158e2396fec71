import { TEMPLATES } from '../../../templates/index.ts';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import type { History } from '../document/history.ts';
import type { Version } from '../document/storage.ts';
import { versionKey } from '../simulation/panel.ts';
import type { Strings } from '../strings/pt-BR/index.ts';

/** What the cadence on the desk can be compared with. */
export interface Candidate {
  readonly key: string;
  readonly label: string;
  readonly document: CadenceDocument;
}

/** How it was when opened comes first, then its saved versions, then the templates. */
export function candidatesFor(document: CadenceDocument, history: History, versions: readonly Version[], t: Strings): Candidate[] {
  const opened = history.past[0]?.before;
  return [
    ...(opened ? [{ key: 'opened', label: t.comparison.asOpened, document: opened }] : []),
    ...versions.map((version) => ({ key: versionKey(version), label: version.name, document: version.document })),
    ...TEMPLATES.map((template) => ({
      key: `template:${template.document.id}`,
      label: t.comparison.template(template.document.name),
      document: underOurCreditor(onOurTiers(template.document, document), document),
    })),
  ];
}

/** The same creditor on both sides: who may go to court, and how one pays, is ours and not the sample's. */
const underOurCreditor = (template: CadenceDocument, { creditor }: CadenceDocument): CadenceDocument => ({ ...template, creditor });

/** A template with other tiers than ours: its first track then serves all of ours, so that everybody is treated by it. */
function onOurTiers(template: CadenceDocument, document: CadenceDocument): CadenceDocument {
  const ours = new Set(document.tiers.map((tier) => tier.id));
  if (template.tracks.every((track) => track.tierIds.every((id) => ours.has(id)))) return { ...template, tiers: document.tiers };
  return { ...template, tiers: document.tiers, tracks: template.tracks.map((track, index) => ({ ...track, tierIds: index === 0 ? [...ours] : [] })) };
}
