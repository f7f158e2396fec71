/** One line of a corpus, with the texts it stands for. */
export interface CorpusLine {
  /** The heading it stands under. */
  readonly heading: string;
  readonly line: number;
  readonly texts: readonly string[];
}

/** So many texts are made of a pattern, or as many as its longest choice has ways. */
const SAMPLES = 8;

/**
 * Reads a corpus: `# heading` and then one text a line. `{a|b|c}` is a choice; a line with choices stands for a sample of its texts in
 * which every way of every choice occurs, the same at every reading.
 */
export function readCorpus(source: string): CorpusLine[] {
  const lines: CorpusLine[] = [];
  let heading = '';
  for (const [line, text] of source.split(/\r?\n/).entries()) {
    if (text.startsWith('# ')) heading = text.slice(2).trim();
    else if (text.trim() !== '') lines.push({ heading, line, texts: textsOf(text.trim(), line) });
  }
  return lines;
}

function textsOf(pattern: string, seed: number): string[] {
  const choices = [...pattern.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!.split('|'));
  const all = choices.reduce((product, ways) => product * ways.length, 1);
  const count = Math.min(all, Math.max(SAMPLES, ...choices.map((ways) => ways.length)));
  const orders = choices.map((ways, at) => ways.map((way, index) => ({ way, key: scatter(seed, at, index) })).sort((a, b) => a.key - b.key));
  const texts = new Set<string>();
  for (let sample = 0; texts.size < count && sample < count * 4; sample++) {
    let at = 0;
    const text = pattern.replace(/\{[^{}]*\}/g, () => {
      const order = orders[at]!;
      // Another turn through a choice starts elsewhere, so that the ways of two choices meet in new pairs.
      const turn = Math.floor(sample / order.length);
      at += 1;
      return order[(sample + turn * at) % order.length]!.way;
    });
    texts.add(text.replace(/ +/g, ' ').replace(/([.!?])\.$/, '$1'));
  }
  return [...texts];
}

/** A number that looks random, from three small ones. */
function scatter(a: number, b: number, c: number): number {
  const mixed = Math.imul((a * 31 + b) * 31 + c + 1, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0;
}
