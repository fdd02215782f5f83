import { defineConfig } from 'allure';

// Read by `allure generate`; unknown names are rejected by it.
export default defineConfig({
  name: 'Mi account sign-up',
  // One line per run; what makes "how did this go last week" answerable. In the folder that Allure
  // is run in, which is `reports/`, and never emptied by a run.
  historyPath: './history.jsonl',
  historyLimit: 50,
  appendHistory: true,
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
