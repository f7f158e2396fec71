import { setTimeout as pause } from 'node:timers/promises';
import type { ExecutionResult } from './cli.ts';
import { N8nApiError, type PublicApi, type Session } from './session.ts';

export type Execution = ExecutionResult & { id: string; finished: boolean; status: string; workflowId: string };

/**
 * Runs a saved workflow on a server from one of its triggers, as the editor's button does (the public API cannot), and
 * waits for its end.
 * @returns the execution with its data, whether it succeeded or not
 */
export async function runOnServer(session: Session, api: PublicApi, workflowId: string, triggerName: string, patienceMs = 60_000) {
  const { executionId } = await session.rest<{ executionId: string }>('POST', `/workflows/${workflowId}/run`, {
    triggerToStartFrom: { name: triggerName },
  });
  return executionEnd(api, executionId, patienceMs);
}

/** Waits for an execution to end. @throws Error when it is still running after `patienceMs` */
export async function executionEnd(api: PublicApi, executionId: string, patienceMs = 60_000): Promise<Execution> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    try {
      const execution = await api.call<Execution>('GET', `/executions/${executionId}?includeData=true`);
      if (!['new', 'running', 'waiting'].includes(execution.status)) return execution;
    } catch (error) {
      // Just started executions are not in the list for a moment.
      if (!(error instanceof N8nApiError) || error.status !== 404) throw error;
    }
    await pause(200);
  }
  throw new Error(`A execução ${executionId} não terminou em ${patienceMs / 1000} s.`);
}
