import { formatCivilDate } from '../../../core/civil-date.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { describeBlock } from '../document/describe-block.ts';
import { currentDocument } from '../document/store.ts';
import { today } from '../preview/today.ts';
import { t } from '../strings/index.ts';
import { embeddedFont } from './embedded-font.ts';
import { cadencePicture } from './picture.ts';
import './print.css';

/** Prints the picture and, after it, every step with its full texts: what a manager signs off. */
export async function printCadence(): Promise<void> {
  const cadence = currentDocument();
  const style = await embeddedFont();
  const sheet = document.createElement('div');
  sheet.className = 'print-sheet';
  const image = document.createElement('img');
  image.alt = '';
  image.src = `data:image/svg+xml;utf8,${encodeURIComponent(cadencePicture(cadence, { style }).svg)}`;
  sheet.append(element('h1', cadence.name), element('p', `${cadence.creditor.name} · ${formatCivilDate(today())}`), image);
  for (const track of cadence.tracks) {
    sheet.append(element('h2', track.name));
    for (const step of track.steps) {
      const section = element('section', '');
      section.append(element('h3', `${dayLabel(step.day)} · ${step.name}`));
      for (const block of step.blocks) {
        const { title, detail } = describeBlock(block, cadence, t());
        section.append(element('h4', title));
        if (block.kind === 'message')
          for (const text of block.texts) section.append(element('pre', readable([text.subject, text.body].filter(Boolean).join('\n\n'))));
        else if (block.kind === 'humanTask') section.append(element('p', block.instructions));
        else section.append(element('p', detail));
      }
      sheet.append(section);
    }
  }
  document.body.append(sheet);
  const finish = (): void => {
    sheet.remove();
    window.removeEventListener('afterprint', finish);
  };
  window.addEventListener('afterprint', finish);
  void image.decode().finally(() => window.print());
}

/** Who signs off reads "‹Primeiro nome›"; conditions stay as they are written, since they decide what is said. */
function readable(text: string): string {
  const names = t().variables;
  return text.replace(/\{\{-?\s*([\w.]+)[^}]*\}\}/g, (written, name: string) => (name in names ? `‹${names[name as keyof typeof names]}›` : written));
}

function element(tag: string, text: string): HTMLElement {
  const created = document.createElement(tag);
  created.textContent = text;
  return created;
}
