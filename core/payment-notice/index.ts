export * from './notice.ts';
export * from './notice-json.ts';
export * from './read-body.ts';
export * from './read-notice.ts';
export { NOTICE_TABLES } from './tables/index.ts';
export * from './webhook-item.ts';
