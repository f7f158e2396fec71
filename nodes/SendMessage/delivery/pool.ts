/**
 * Runs `work` on every element, at most `width` at once, in order of arrival. A failure of one stops none: `work` is expected
 * to answer for itself, and what it throws reaches the caller after all the others are through.
 */
export async function inPool<T>(list: readonly T[], width: number, work: (element: T) => Promise<void>): Promise<void> {
  let next = 0;
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    while (next < list.length) {
      const element = list[next++]!;
      try {
        await work(element);
      } catch (failure) {
        failures.push(failure);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, list.length) }, worker));
  if (failures.length > 0) throw failures[0];
}
