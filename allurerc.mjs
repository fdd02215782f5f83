import { defineConfig } from 'allure';

/** A failed test has the label `failure` with one of these. */
const CATEGORIES = {
  product: 'Product: the app or the account is not as it should be',
  'server-slow': 'Server slow: no answer within the step’s budget',
  'server-error': 'Server error: the service refused, or cannot be reached',
  sms: 'SMS: the code did not come, could not be read, or was refused',
  'picture-code': 'Picture code: not read, not answered, or refused',
  'phone-lost': 'Phone lost',
  'set-up': 'Set-up: settings, this machine, or the state of the phone',
  harness: 'Harness: a screen that it does not know, or a bug of its own',
};

/** How many runs the history keeps, and its charts show. */
const RUNS = 20;

// Read by `allure generate`; unknown names are rejected by it.
export default defineConfig({
  name: 'Mi account sign-up',
  // One line per run; what makes "how did this go last week" answerable. In the folder that Allure
  // is run in, which is `reports/`, and never emptied by a run.
  historyPath: './history.jsonl',
  // Each test carries what it came to in each of these runs, and the report grows by it.
  historyLimit: RUNS,
  appendHistory: true,
  categories: Object.entries(CATEGORIES).map(([category, name]) => ({
    id: category,
    name,
    matchers: { labels: { failure: `^${category}$` } },
  })),
  plugins: {
    awesome: {
      options: {
        // One file, so that it opens from the disk without a server and can be forwarded.
        singleFile: true,
        reportName: 'Mi account sign-up',
        reportLanguage: 'en',
        // The steps are what a reader came for.
        stepTreeExpansion: 'expanded',
        // What failed first.
        defaultSortBy: 'status,asc',
        // Those of Allure's for which results of phones have something to show.
        charts: [
          { type: 'statusDynamics', title: 'Results of the last runs', limit: RUNS },
          { type: 'statusTransitions', title: 'What was mended, and what broke', limit: RUNS },
          { type: 'durationDynamics', title: 'How long the last runs took', limit: RUNS },
          {
            type: 'stabilityDistribution',
            title: 'Stability of each phone',
            groupBy: 'label-name:model',
            skipStatuses: ['skipped', 'unknown'],
            threshold: 90,
            stabilizationPeriod: 5,
            limit: RUNS,
          },
          { type: 'statusAgePyramid', title: 'Since when tests fail', limit: RUNS },
          { type: 'testResultSeverities', title: 'Results by severity', includeUnset: true },
          { type: 'durations', title: 'How long tests took', groupBy: 'none' },
        ],
      },
    },
  },
});
