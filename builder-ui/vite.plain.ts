import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The plain React Flow page that `npm run bench:ui` measures the designer beside. */
export default defineConfig({ plugins: [react()] });
