import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** Every tenth fails, with the evidence that a failure has. */
const FAILED_OF = 10;
const SUITES = 20;
const STEPS = 6;
const STEP_MS = 3000;
const LOG = 'I/MiAccount: typed "+12015550123" into the field of the number\n'.repeat(400);
/** Half of a phone's 720 × 1600. */
const PICTURE = { width: 360, height: 800, lines: 10 };

interface Attachment {
  name: string;
  type: string;
  source: string;
}

/** Writes results as a regression leaves them: steps with pictures, of failures source and logs too. */
export async function writeManyResults(folder: string, count: number): Promise<void> {
  const picture = await screenPicture();
  for (let index = 0; index < count; index += 1) {
    const hasFailed = index % FAILED_OF === 0;
    const steps = Array.from({ length: STEPS }, (_, step) => {
      const isFailed = hasFailed && step === STEPS - 1;
      const startMs = (index * STEPS + step) * STEP_MS;
      return {
        name: `Step ${String(step + 1)} of the how-to`,
        status: isFailed ? 'failed' : 'passed',
        stage: 'finished',
        start: startMs,
        stop: startMs + STEP_MS,
        steps: [],
        parameters: [],
        attachments: [
          attach(folder, 'Screen', 'image/webp', 'webp', picture),
          ...(isFailed ? evidence(folder) : []),
        ],
      };
    });
    writeResult(folder, index, hasFailed, steps);
  }
}

function writeResult(folder: string, index: number, hasFailed: boolean, steps: object[]): void {
  const uuid = randomUUID();
  const startMs = index * STEPS * STEP_MS;
  const result = {
    ...{ uuid, testCaseId: uuid, historyId: uuid, steps },
    name: `behaves as expected, number ${String(index)}`,
    fullName: `specs/file-${String(index)}.spec.ts#Suite.test`,
    status: hasFailed ? 'failed' : 'passed',
    statusDetails: hasFailed ? { message: 'SmsNotReceivedError: no SMS came' } : {},
    stage: 'finished',
    parameters: [{ name: 'device', value: 'a phone' }],
    labels: [
      { name: 'parentSuite', value: `Suite ${String(index % SUITES)}` },
      ...(hasFailed ? [{ name: 'failure', value: 'sms' }] : []),
    ],
    ...{ links: [], attachments: [], start: startMs, stop: startMs + STEPS * STEP_MS },
  };
  writeFileSync(join(folder, `${uuid}-result.json`), JSON.stringify(result));
}

function evidence(folder: string): Attachment[] {
  return [
    attach(folder, 'Page source', 'application/xml', 'xml', `<hierarchy>${LOG}</hierarchy>`),
    attach(folder, 'Log of the phone', 'text/plain', 'txt', LOG),
    attach(folder, 'Log of Appium', 'text/plain', 'txt', LOG),
  ];
}

function attach(
  folder: string,
  name: string,
  type: string,
  ending: string,
  content: Buffer | string,
): Attachment {
  const source = `${randomUUID()}-attachment.${ending}`;
  writeFileSync(join(folder, source), content);
  return { name, type, source };
}

/** About as large as a step's picture, some 15 KB. */
async function screenPicture(): Promise<Buffer> {
  const { width, height, lines } = PICTURE;
  const texts = Array.from({ length: lines }, (_, line) => {
    const y = String(((line + 1) * height) / (lines + 1));
    return `<text x="12" y="${y}" font-size="18">${String(line)} Enter the code from the SMS</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">${texts.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: 'white' }).webp({ quality: 80 }).toBuffer();
}
