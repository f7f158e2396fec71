import { useEffect } from 'react';
import { create } from 'zustand';
import { demoSession, type DemoSession } from './client.ts';

interface Session {
  readonly demo: DemoSession | null;
  readonly asked: boolean;
  /** In this page's memory only: never stored, never logged. */
  readonly apiKey: string;
  readonly n8nUrl: string;
}

const useStore = create<Session>()(() => ({ demo: null, asked: false, apiKey: '', n8nUrl: '' }));

/** Where n8n is and by which key; filled by `npm start`, else typed. */
export function useN8nSession() {
  const { demo, asked, apiKey, n8nUrl } = useStore();
  useEffect(() => {
    if (asked) return;
    useStore.setState({ asked: true });
    void demoSession().then((session) => {
      if (session) useStore.setState((state) => ({ demo: session, apiKey: state.apiKey || (session.apiKey ?? ''), n8nUrl: session.n8nUrl }));
    });
  }, [asked]);
  return { demo, apiKey, n8nUrl, setApiKey, setN8nUrl };
}

const setApiKey = (apiKey: string): void => useStore.setState({ apiKey });
const setN8nUrl = (n8nUrl: string): void => useStore.setState({ n8nUrl });
