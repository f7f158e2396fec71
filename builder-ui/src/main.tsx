import './zod-jitless.ts';
import './styles/base.css';
import './styles/parts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { Crash } from './shell/Crash.tsx';
import { restoreLanguage } from './shell/language.ts';
import { keepOffline } from './shell/offline.ts';
import { applyTheme } from './shell/theme.ts';

applyTheme();
keepOffline();
void restoreLanguage().finally(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Crash>
        <App />
      </Crash>
    </StrictMode>,
  ),
);
