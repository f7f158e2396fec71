export * from './business-days.ts';
export * from './city-holidays.ts';
export * from './contact-opening.ts';
export * from './contact-windows.ts';
export * from './easter.ts';
export * from './holidays.ts';
export * from './time-zone.ts';
export { formatInstant, instantOf, localMoment, parseInstant } from './zone-clock.ts';
export type { LocalMoment } from './zone-clock.ts';
