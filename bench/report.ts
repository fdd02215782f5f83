import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Masker } from '../config/masker.ts';
import { generateHtmlReport } from '../launcher/html-report.ts';
import { publish } from '../launcher/publish.ts';
import { markResults } from '../launcher/report/mark-results.ts';
import { RunFolder } from '../launcher/run-folder.ts';
import { measure, summary, timed, type Measurement } from './measure.ts';
import { writeManyResults } from './report-results.ts';

const RESULTS = 500;
const RUNS = 3;
const GOAL_MS = 10_000;
const BYTES_PER_MB = 1_000_000;

/** What a run takes from its last test to its report: masking, marks and Allure. */
export async function reportBenchmarks(): Promise<Measurement[]> {
  const root = mkdtempSync(join(tmpdir(), 'mi-bench-report-'));
  try {
    const folder = new RunFolder(join(root, 'run'));
    folder.create();
    await writeManyResults(folder.allureResults, RESULTS);
    const masker = new Masker();
    masker.addPhoneNumber('+12015550123');
    masker.addSecret('318204', 'code');
    const reports = join(root, 'reports');
    mkdirSync(reports);
    const finish = async (): Promise<void> => {
      publish(folder, reports, masker);
      const { rules } = markResults(reports, [], '2027-01-01');
      await generateHtmlReport(reports, { rules });
    };
    const name = `report of ${String(RESULTS)} results`;
    const times = await measure(name, GOAL_MS, RUNS, () => timed(finish));
    const { size } = statSync(join(reports, 'html', 'index.html'));
    return [times, summary('its file', [size / BYTES_PER_MB], { unit: 'MB' })];
  } finally {
    rmSync(root, { recursive: true });
  }
}
