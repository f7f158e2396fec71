import { Component, type ReactNode } from 'react';
import { t } from '../strings/index.ts';

/** The last net: says that the work is safe and offers to reload. */
export class Crash extends Component<{ children: ReactNode }, { detail: string | null }> {
  override state: { detail: string | null } = { detail: null };

  static getDerivedStateFromError(error: unknown): { detail: string } {
    return { detail: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.detail === null) return this.props.children;
    const words = t().errors;
    return (
      <main className="crash" role="alert">
        <h1>{words.crashed}</h1>
        <p>{words.crashedHelp}</p>
        <pre>{this.state.detail}</pre>
        <button type="button" className="button button-primary" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </main>
    );
  }
}
