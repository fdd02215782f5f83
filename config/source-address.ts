/**
 * Where somebody who reads a report finds a file of the project: on GitHub, at the commit that was tested,
 * where GitHub's own variables tell of it, and else beside the report, which lies in `reports/html/`.
 * @param path in the project, with slashes; a `#fragment` may follow it.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function sourceAddress(path: string, env: NodeJS.ProcessEnv = process.env): string {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA } = env;
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_SHA) return `../../${path}`;
  return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}/${path}`;
}
