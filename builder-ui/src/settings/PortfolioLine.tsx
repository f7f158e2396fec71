import { useEditor } from '../document/store.ts';
import { useT } from '../strings/index.ts';

/** Whose people a decision is about, in one line: the portfolio and its creditor. */
export function PortfolioLine() {
  const t = useT();
  const portfolio = useEditor((state) => state.document.portfolio);
  const creditor = useEditor((state) => state.document.creditor.name);
  return <p className="field-help">{t.ownPortfolio.summary(portfolio, creditor)}</p>;
}
