import type { Page } from 'playwright-core';

/**
 * What a frame costs, in ms: from the pointer's movement to the start of the frame after the one that shows it.
 *
 * The time between two animation frames says nothing below 17 ms, because a page that has nothing new to show is only asked
 * sixty times a second, whatever the browser's flags. So each movement is timed by itself, in a browser without a frame limit,
 * and one changing pixel at the pointer sees to it that the next frame is asked for at once. A blank page gives the floor of this method.
 */
export async function frameCosts(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const pixel = document.createElement('i');
    pixel.style.cssText = 'position:fixed;left:0;top:0;width:1px;height:1px;pointer-events:none;will-change:transform;z-index:2147483647';
    document.body.append(pixel);
    const costs: number[] = [];
    let timing = false;
    let dark = false;
    const onMove = (event: PointerEvent): void => {
      if (timing) return;
      timing = true;
      // Beside the pointer, where the page draws anyway: far from it, all between would be drawn anew.
      pixel.style.transform = `translate(${event.clientX}px, ${event.clientY}px)`;
      const started = performance.now();
      requestAnimationFrame(() => {
        dark = !dark;
        pixel.style.background = dark ? '#000' : '#fff';
        requestAnimationFrame(() => {
          timing = false;
          costs.push(performance.now() - started);
        });
      });
    };
    window.addEventListener('pointermove', onMove, true);
    const stop = (): number[] => {
      window.removeEventListener('pointermove', onMove, true);
      pixel.remove();
      return costs;
    };
    Object.assign(window, { stopTiming: stop });
  });
  await act();
  const costs = await page.evaluate(() => (window as unknown as { stopTiming: () => number[] }).stopTiming());
  // The first movements wake things up that stay awake.
  return costs.slice(WARM_UP);
}

const WARM_UP = 10;

/** A hand that takes hold of something and wanders about with it for a good second. */
export async function wander(page: Page, x: number, y: number): Promise<void> {
  const down = y > 500 ? -90 : 90;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 120; step++) {
    await page.mouse.move(x + Math.sin(step / 9) * 180 + 60, y + Math.cos(step / 13) * 60 + down);
    await page.waitForTimeout(8);
  }
}
