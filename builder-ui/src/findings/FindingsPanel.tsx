import { ArrowRight, CircleAlert, CircleCheck, Info, TriangleAlert, Wrench, X } from 'lucide-react';
import type { Finding } from '../../../core/cadence/findings/finding.ts';
import { useEditor } from '../document/store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { useView } from '../shell/view.ts';
import { useT } from '../strings/index.ts';
import { useFindings } from './marks.ts';
import { applyFix, showFinding, walkFindings } from './walk.ts';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info };

export function FindingsPanel() {
  const t = useT();
  const findings = useFindings((state) => state.findings);
  return (
    <section className="findings" aria-label={t.findings.title}>
      <header className="findings-head">
        <h2>{t.findings.title}</h2>
        <span className="findings-hint">{t.findings.nextKey}</span>
        <span className="spacer" />
        {findings.length > 0 && (
          <Button small tone="quiet" icon={<ArrowRight size={15} aria-hidden />} onClick={goOn}>
            {t.findings.next}
          </Button>
        )}
        <IconButton label={t.common.close} icon={<X size={18} aria-hidden />} onClick={close} />
      </header>
      {findings.length === 0 ? (
        <p className="findings-none">
          <CircleCheck size={20} aria-hidden /> {t.findings.none}
        </p>
      ) : (
        <ol className="findings-list">
          {findings.map((finding, index) => (
            <FindingRow
              key={`${finding.code}:${finding.where.blockId ?? finding.where.stepId ?? ''}:${finding.where.field ?? ''}:${index}`}
              finding={finding}
              index={index}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function FindingRow({ finding, index }: { finding: Finding; index: number }) {
  const t = useT();
  const document = useEditor((state) => state.document);
  const Icon = ICONS[finding.severity];
  return (
    <li className={`finding finding-${finding.severity}`}>
      <Icon size={18} aria-hidden />
      <button type="button" className="finding-message" data-finding={index} onClick={() => showFinding(finding)} title={t.findings.show}>
        <b>{t.findings[finding.severity]}.</b> {t.says.finding(finding)}
      </button>
      {finding.fix && (
        <Button small icon={<Wrench size={14} aria-hidden />} onClick={() => applyFix(finding)}>
          {t.says.fix(finding, document)}
        </Button>
      )}
    </li>
  );
}

const goOn = (): void => walkFindings(1);
const close = (): void => useView.setState({ findingsOpen: false });
