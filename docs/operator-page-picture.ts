import sharp from 'sharp';
import { RealHarnessClock } from '../config/clock.ts';
import { SIGN_UP_STEPS } from '../config/steps.ts';
import { Questions } from '../operator/questions.ts';
import { OperatorServer } from '../operator/server.ts';
import { launchBrowser } from '../test/browser.ts';
import { FakeMjpeg } from '../test/operator/fake-mjpeg.ts';

const WINDOW = { width: 1180, height: 1030 };
const BUDGET_MS = 300_000;
const ELAPSED_MS = 83_000;
const CODE = `<svg width="300" height="100" xmlns="http://www.w3.org/2000/svg">
  <rect width="100%" height="100%" fill="#f3f1ec"/>
  <g font-family="DejaVu Sans, Arial, sans-serif" font-size="54" fill="#35507d">
    <text x="28" y="66" transform="rotate(-8 28 66)">H</text>
    <text x="80" y="68" transform="rotate(6 80 68)">X</text>
    <text x="132" y="64" transform="rotate(-4 132 64)">R</text>
    <text x="184" y="70" transform="rotate(9 184 70)">K</text>
    <text x="236" y="66" transform="rotate(-6 236 66)">E</text>
  </g>
  <path d="M12 62 Q90 18 160 58 T290 46" stroke="#35507d" stroke-width="2.5" fill="none"/>
</svg>`;

/** Two phones of which the first asks; each is where its picture is from. */
const PHONES = [
  { serial: 'emulator-5554', model: 'Redmi Note 13 Pro 5G (2312DRA50G)', step: 3 },
  { serial: 'emulator-5556', model: 'Xiaomi 13 (2211133G)', step: 2 },
] as const;

/**
 * Takes a picture of the operator page while a phone asks. The run is staged: its phones show the
 * pictures of a report, and the picture code is drawn here.
 * @param pictures of the steps, in the order of the how-to; PNG files.
 * @param path of the PNG to write.
 */
export async function takeOperatorPagePicture(
  pictures: readonly string[],
  path: string,
): Promise<void> {
  const questions = new Questions();
  const clock = new RealHarnessClock();
  const server = new OperatorServer({ questions, clock });
  const cameras = PHONES.map(() => new FakeMjpeg());
  const browser = await launchBrowser();
  try {
    const address = await server.start();
    for (const [index, { serial, model, step }] of PHONES.entries()) {
      const mjpegPort = await cameras[index]?.start();
      server.addPhone({ serial, model, system: 'HyperOS, Android 15', mjpegPort });
      walk(server, serial, step);
    }
    const nowMs = clock.now();
    const picture = await sharp(Buffer.from(CODE)).png().toBuffer();
    const times = { askedAtMs: nowMs - ELAPSED_MS, untilMs: nowMs + BUDGET_MS - ELAPSED_MS };
    questions.add({ id: 'question', serial: PHONES[0].serial, picture, ...times });
    const asked = Promise.all(cameras.map((camera) => camera.asked()));
    const page = await browser.newPage({ viewport: WINDOW, deviceScaleFactor: 1.5 });
    await page.goto(address);
    await asked;
    for (const [index, { step }] of PHONES.entries()) {
      const frame = sharp(pictures[step]).resize({ width: 540 }).jpeg({ quality: 90 });
      cameras[index]?.send(await frame.toBuffer());
      await page.locator('.phone .live').nth(index).waitFor();
    }
    await page.waitForFunction(`document.querySelector('img.code').complete`);
    const taken = await page.screenshot({ animations: 'disabled' });
    await sharp(taken).png({ palette: true, quality: 90 }).toFile(path);
  } finally {
    await browser.close();
    await server.end({ outcome: 'passed', durationMs: 0 });
    await Promise.all(cameras.map((camera) => camera.stop()));
  }
}

/** Tells of a phone that has walked to a step, and waits there. */
function walk(server: OperatorServer, serial: string, at: number): void {
  for (const [index, { name: step, title }] of SIGN_UP_STEPS.entries()) {
    if (index > at) return;
    server.progress({ type: 'step-started', serial, step, title, budgetMs: BUDGET_MS });
    if (index < at) {
      const times = { serverMs: 1200 + 300 * index, harnessMs: 900, budgetMs: BUDGET_MS };
      server.progress({ type: 'step-ended', serial, step, title, outcome: 'passed', ...times });
    } else {
      const what = step === 'sms-code' ? 'the SMS code' : 'the text of the picture';
      const times = { elapsedMs: ELAPSED_MS, budgetMs: BUDGET_MS };
      server.progress({ type: 'waiting', serial, step, what, ...times });
    }
  }
}
