const STRONG = 'aeoáéóâêôãõàè';
const WEAK = 'iuü';
const ACCENTED_WEAK = 'íúî';

/**
 * Syllables of one Portuguese word. A group of vowels is one syllable when it is a diphthong or triphthong (`pai`, `mãe`, `Uruguai`) and more
 * when strong vowels meet (`po-e-ta`), when a weak one is stressed (`sa-í-da`, `ba-ú`) or before `nh` and a closing
 * consonant (`ra-i-nha`, `Ra-ul`, `ju-iz`). The `u` of `qu` and `gu` before e and i is silent; a final `ia`, `ie`, `io`,
 * `ua`, `uo` is a rising diphthong counted as one (`his-tó-ria`), unless nothing before it is accented (`di-a`, `al-e-gri-a`).
 */
export function syllables(word: string): number {
  const letters = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replace(/y/g, 'i')
    .replace(/([qg])u(?=[eiéêí])/g, '$1')
    .replace(/([qg])u(?=[aoáâãóô])/g, '$1w');
  if (letters === '') return 0;
  let count = 0;
  for (const match of letters.matchAll(/[aeiouáéíóúâêîôãõàèü]+/g)) {
    const end = match.index + match[0].length;
    count += vowelGroupSyllables(match[0], letters.slice(0, match.index), letters.slice(end));
  }
  return Math.max(1, count);
}

function vowelGroupSyllables(group: string, before: string, after: string): number {
  let count = 1;
  for (let index = 1; index < group.length; index++) {
    if (isBreak(group, index, before, after)) count += 1;
  }
  return count;
}

function isBreak(group: string, index: number, before: string, after: string): boolean {
  const left = group[index - 1]!;
  const right = group[index]!;
  const last = index === group.length - 1;
  if (ACCENTED_WEAK.includes(right)) return true;
  // The nasal diphthongs: mãe, pão, põe.
  if ((left === 'ã' || left === 'õ') && 'eoiu'.includes(right)) return false;
  if (STRONG.includes(left) && STRONG.includes(right)) return true;
  if (STRONG.includes(left) && WEAK.includes(right)) {
    // ra-i-nha, Ra-ul, ca-ir, ju-iz; but pais, mais, seus.
    return last && index === 1 && (after.startsWith('nh') || /^(?:[lrzm]|n)(?:$|[^aeiou])/.test(after));
  }
  if ((WEAK + ACCENTED_WEAK).includes(left) && STRONG.includes(right)) {
    if (index > 1) return STRONG.includes(group[index - 2]!);
    if (ACCENTED_WEAK.includes(left)) return true;
    if (!last || after.replace(/s$/, '') !== '') return after === '' || !/^(?:m|n|r|l|s)/.test(after) ? true : !'gq'.includes(before.at(-1) ?? '');
    return !/[áéíóúâêôãõ]/.test(before);
  }
  if (WEAK.includes(left) && WEAK.includes(right)) return left === right || /^(?:[lrzmn]|nh)(?:$|[^aeiou])/.test(after);
  return true;
}
