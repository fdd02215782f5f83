import { appendFileSync } from 'node:fs';

/**
 * The page of the CI system's run that this process belongs to.
 * @param env as GitHub or Jenkins sets it.
 */
export function runAddress(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, BUILD_URL } = env;
  if (GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_RUN_ID) {
    return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
  }
  return BUILD_URL === undefined || BUILD_URL === '' ? undefined : BUILD_URL;
}

/** Adds to the summary that GitHub shows of a run, where there is one. */
export function addToRunSummary(env: NodeJS.ProcessEnv, markdown: string): void {
  const { GITHUB_STEP_SUMMARY: path } = env;
  if (path !== undefined && path !== '') appendFileSync(path, `${markdown}\n`);
}
