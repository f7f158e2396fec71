import { adoptDraft, keepThisTab, useSaving } from '../document/autosave.ts';
import { openDocument } from '../document/store.ts';
import { Button } from '../parts/Button.tsx';
import { useT } from '../strings/index.ts';

/** Another tab saved the same cadence: nothing is written over until a person says which one holds. */
export function ElsewhereBar() {
  const t = useT();
  const elsewhere = useSaving((state) => state.elsewhere);
  if (!elsewhere) return null;
  return (
    <div className="bar bar-warning" role="alert">
      <p>{t.tabs.changedElsewhere}</p>
      <Button
        small
        onClick={() => {
          openDocument(elsewhere.document);
          void adoptDraft(elsewhere.document, elsewhere);
        }}
      >
        {t.tabs.takeOther}
      </Button>
      <Button small tone="primary" onClick={() => void keepThisTab()}>
        {t.tabs.keepThis}
      </Button>
    </div>
  );
}
