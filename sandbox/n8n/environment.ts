import { delimiter, dirname } from 'node:path';

export type N8nEnvironment = Record<string, string>;

/** What every n8n of ours is told, server or command line. Each line has its reason in how n8n behaves without it. */
const always: N8nEnvironment = {
  // Otherwise any web page may call the API with the user's cookies.
  NODE_ENV: 'production',
  // The default is New York; days are counted in Brazil.
  GENERIC_TIMEZONE: 'America/Sao_Paulo',
  TZ: 'America/Sao_Paulo',
  // Nothing is reported to anyone, and nothing waits for a network that may not be there.
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
  N8N_DYNAMIC_BANNERS_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
  N8N_HIRING_BANNER_ENABLED: 'false',
  N8N_PERSONALIZATION_ENABLED: 'false',
  // n8n's own assistant is where a person would land after signing in; what they came for is the workflows.
  N8N_DISABLED_MODULES: 'instance-ai',
  // Webhooks go from 42 to 111 a second.
  N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
  N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
  // A day that is not the clock's is played for real, to the outbox; in any other n8n it is only rehearsed.
  REGUA_DEMONSTRATION: '1',
};

/**
 * The environment of an n8n process: the caller's, without settings meant for another n8n, plus ours.
 * @param userFolder n8n keeps its `.n8n` in it
 */
export function n8nEnvironment(userFolder: string, brokerPort: number, extra: N8nEnvironment = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(N8N_|DB_|QUEUE_|EXECUTIONS_|WEBHOOK_|npm_|VITEST|NODE_OPTIONS$|NODE_V8_COVERAGE$|FORCE_COLOR$)/i.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    ...always,
    // n8n starts its task runner with the `node` of the PATH.
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
    N8N_USER_FOLDER: userFolder,
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    ...extra,
  };
}
