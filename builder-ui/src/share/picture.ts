import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { firmnessOf, firmnessOfStep } from '../canvas/firmness.ts';
import { BLOCK_GAP, BLOCK_HEIGHT, CARD_HEAD, CARD_PAD, CARD_WIDTH, FIRST_GAP, LINE_Y } from '../canvas/geometry.ts';
import { layoutRuler } from '../canvas/layout.ts';
import { describeBlock } from '../document/describe-block.ts';
import { t } from '../strings/index.ts';

/** Light colours in plain sRGB, because a picture leaves the page and its style sheet behind. */
const COLOURS = {
  paper: '#f7f3ec',
  surface: '#fffdf9',
  ink: '#1d2a2b',
  soft: '#4c5a5a',
  line: '#ddd6ca',
  flow: '#8fb5b1',
  wood: '#ecc980',
  woodInk: '#4f3a13',
  accent: '#0f5b57',
  firm: [
    ['#efece5', '#4c5a5a'],
    ['#d9f1e4', '#1d5b3f'],
    ['#dcebf6', '#1e5170'],
    ['#f8eccb', '#6a4a0b'],
    ['#f9e1d1', '#7a3a12'],
    ['#f8dad6', '#8a2424'],
  ] as const,
};

const RULER_HEIGHT = 46;
const HEAD_HEIGHT = 74;

/** The whole cadence as one SVG: for slides, print and the gallery. Words are left out of `thumbnail` ones, which are too small to read. */
export function cadencePicture(
  document: CadenceDocument,
  options: { thumbnail?: boolean; style?: string } = {},
): { svg: string; width: number; height: number } {
  const layout = layoutRuler(document);
  const top = (options.thumbnail ? 0 : HEAD_HEIGHT) + RULER_HEIGHT + 14;
  const firstX = Math.min(FIRST_GAP - CARD_WIDTH / 2, ...layout.steps.map((placed) => placed.x));
  const left = 28 - firstX;
  const lastX = Math.max(FIRST_GAP + 500, ...layout.steps.map((placed) => placed.x + CARD_WIDTH));
  const width = Math.ceil(lastX - firstX + 56);
  const height = Math.ceil(top + layout.height + 24);
  const parts: string[] = [];
  const x0 = left;
  parts.push(`<rect width="${width}" height="${height}" fill="${COLOURS.paper}"/>`);
  if (!options.thumbnail) {
    parts.push(text(24, 36, document.name, { size: 24, weight: 700 }));
    parts.push(text(24, 58, [document.creditor.name, t().gallery.steps(layout.steps.length)].filter(Boolean).join(' · '), { size: 14, fill: COLOURS.soft }));
  }
  const rulerY = top - RULER_HEIGHT - 14;
  parts.push(`<rect x="8" y="${rulerY}" width="${width - 16}" height="${RULER_HEIGHT}" rx="8" fill="${COLOURS.wood}"/>`);
  for (const gap of layout.gaps) {
    const count = gap.to - gap.from + 1;
    for (let n = 0; n < Math.min(count, 40); n++) {
      const x = gap.x + ((n + 0.5) / Math.min(count, 40)) * gap.width + x0;
      if (x > 14 && x < width - 14) parts.push(`<path d="M${r(x)} ${rulerY + RULER_HEIGHT}v-7" stroke="${COLOURS.woodInk}" stroke-opacity=".45"/>`);
    }
  }
  for (const mark of layout.marks) {
    const centre = mark.x + x0;
    parts.push(`<path d="M${r(centre)} ${rulerY + RULER_HEIGHT}v-13" stroke="${COLOURS.woodInk}" stroke-width="2"/>`);
    parts.push(text(centre, rulerY + 22, dayLabel(mark.day), { size: options.thumbnail ? 26 : 17, weight: 700, fill: COLOURS.woodInk, anchor: 'middle' }));
  }
  for (const lane of layout.lanes) {
    const track = document.tracks.find((candidate) => candidate.id === lane.trackId)!;
    parts.push(`<rect x="8" y="${r(lane.y + top)}" width="${width - 16}" height="${lane.height}" rx="16" fill="#fff" fill-opacity=".55"/>`);
    if (!options.thumbnail) {
      const tiers = track.tierIds.flatMap((id) => document.tiers.find((tier) => tier.id === id)?.name ?? []).join(' · ');
      parts.push(
        text(24, lane.y + top + 30, track.name, { size: 16, weight: 700 }) +
          text(36 + track.name.length * 8.6, lane.y + top + 30, tiers, { size: 13, fill: COLOURS.soft }),
      );
    }
    const steps = layout.steps.filter((placed) => placed.trackId === lane.trackId);
    const y = (steps[0]?.y ?? 0) + top + LINE_Y;
    if (steps.length > 1) parts.push(`<path d="M${r(steps[0]!.x + x0)} ${r(y)}H${r(steps.at(-1)!.x + x0)}" stroke="${COLOURS.flow}" stroke-width="2.5"/>`);
  }
  parts.push(
    `<path d="M${r(layout.dueX + x0)} ${rulerY}V${height - 12}" stroke="${COLOURS.accent}" stroke-width="2.5" stroke-dasharray="2 7" stroke-linecap="round"/>`,
  );
  if (!options.thumbnail) parts.push(dueFlag(layout.dueX + x0, rulerY, t().canvas.dueDate));
  for (const placed of layout.steps) {
    const x = placed.x + x0;
    const y = placed.y + top;
    const [ground, ink] = COLOURS.firm[firmnessOfStep(placed.step.blocks)];
    parts.push(
      `<rect x="${r(x)}" y="${r(y)}" width="${CARD_WIDTH}" height="${placed.height - 30}" rx="13" fill="${COLOURS.surface}" stroke="${COLOURS.line}"/>`,
    );
    parts.push(
      `<path d="M${r(x)} ${r(y + CARD_HEAD)}v-${CARD_HEAD - 13}a13 13 0 0 1 13-13h${CARD_WIDTH - 26}a13 13 0 0 1 13 13v${CARD_HEAD - 13}z" fill="${ground}"/>`,
    );
    parts.push(text(x + 14, y + 29, clip(placed.step.name, 23), { size: 15, weight: 650, fill: ink }));
    for (const [index, block] of placed.step.blocks.entries()) {
      const by = y + CARD_HEAD + CARD_PAD + index * (BLOCK_HEIGHT + BLOCK_GAP);
      const [tile, tileInk] = COLOURS.firm[firmnessOf(block)];
      parts.push(
        `<rect x="${r(x + 10)}" y="${r(by + 11)}" width="32" height="32" rx="9" fill="${tile}"/><circle cx="${r(x + 26)}" cy="${r(by + 27)}" r="5" fill="${tileInk}"/>`,
      );
      if (options.thumbnail) {
        parts.push(
          `<rect x="${r(x + 52)}" y="${r(by + 16)}" width="112" height="9" rx="4.5" fill="${COLOURS.ink}" fill-opacity=".55"/><rect x="${r(x + 52)}" y="${r(by + 32)}" width="138" height="7" rx="3.5" fill="${COLOURS.soft}" fill-opacity=".25"/>`,
        );
      } else {
        const { title, detail } = describeBlock(block, document, t());
        parts.push(
          text(x + 52, by + 24, clip(title, 22), { size: 13.5, weight: 600 }) + text(x + 52, by + 41, clip(detail, 25), { size: 12, fill: COLOURS.soft }),
        );
      }
    }
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Figtree, 'Segoe UI', system-ui, sans-serif">${options.style ?? ''}${parts.join('')}</svg>`;
  return { svg, width, height };
}

/** The line's own words, at the ruler's upper edge. */
function dueFlag(x: number, y: number, words: string): string {
  const width = words.length * 7.4 + 22;
  return (
    `<rect x="${r(x - width / 2)}" y="${y - 11}" width="${r(width)}" height="22" rx="11" fill="${COLOURS.accent}"/>` +
    text(x, y + 4, words, { size: 12.5, weight: 650, fill: '#fff', anchor: 'middle' })
  );
}

const r = (value: number): number => Math.round(value * 10) / 10;
const clip = (words: string, length: number): string => (words.length > length ? `${words.slice(0, length - 1)}…` : words);

function text(
  x: number,
  y: number,
  words: string,
  { size, weight = 450, fill = COLOURS.ink, anchor = 'start' }: { size: number; weight?: number; fill?: string; anchor?: 'start' | 'middle' },
): string {
  return `<text x="${r(x)}" y="${r(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escapeXml(words)}</text>`;
}

function escapeXml(words: string): string {
  return words.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
