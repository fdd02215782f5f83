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

// Read by `allure generate`; unknown names are rejected by it.
export default defineConfig({
  name: 'Mi account sign-up',
  // One line per run; what makes "how did this go last week" answerable. In the folder that Allure
  // is run in, which is `reports/`, and never emptied by a run.
  historyPath: './history.jsonl',
  historyLimit: 50,
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
        groupBy: ['parentSuite', 'suite', 'subSuite'],
      },
    },
  },
});
