/** A count with its noun, grouped as the language groups digits: "1.200 etapas". Zero takes the plural in both languages. */
export const pluralIn =
  (language: string) =>
  (count: number, one: string, many: string): string =>
    `${count.toLocaleString(language)} ${count === 1 ? one : many}`;
