import { STEPS } from './steps.ts';
import { stepBudgetVariable, type VariableName } from './variables.ts';

interface VariableDoc {
  meaning: string;
  /** What is written after the name; empty where there is no fixed default. */
  default: string;
  unset: string;
}

type StepBudgetName = ReturnType<typeof stepBudgetVariable>;

const DOCS: Record<Exclude<VariableName, StepBudgetName>, VariableDoc> = {
  MI_TARGET: {
    meaning:
      'Where the phone comes from. emulated: the run starts an emulated Xiaomi phone. devices: the phone that adb on this machine lists. remote: a phone behind an Appium server somewhere else.',
    default: 'emulated',
    unset: 'emulated',
  },
  MI_PHONE_NUMBER: {
    meaning:
      'The number to sign up, with + and its country code. The SMS with the code goes to it, so it must be the number of the SIM in the phone. Several emulated phones get this number and those after it; several other phones have theirs in the inventory (MI_INVENTORY).',
    default: '',
    unset:
      '+12015550123 on an emulated phone, a number that nobody has; the number in the inventory elsewhere, and an error without one',
  },
  MI_PHONES: {
    meaning:
      'Which of the phones that adb lists are used, for MI_TARGET=devices and remote: their serials, as `adb devices` shows them, or conditions that must all hold, such as miui>=13,region=global. Conditions ask for model, miui, hyperos, android, region, language and owner (of the inventory); a * in a model or owner stands for anything.',
    default: '',
    unset: 'every phone that is ready',
  },
  MI_PHONE_COUNT: {
    meaning:
      'How many phones, from 1 to 64. So many emulated phones are started; of others so many are used at most. `npm start -- --phones 8` sets it.',
    default: '',
    unset: 'one emulated phone for each profile in each language; every phone elsewhere',
  },
  MI_DISTRIBUTION: {
    meaning:
      'With several phones. every: every spec runs on every phone. share: each spec runs once, on whichever phone is free.',
    default: 'every',
    unset: 'every',
  },
  MI_AT_ONCE: {
    meaning:
      'How many of the phones work at a time; the others wait for their turn. `npm run regression` sets it to two for each processor of this machine.',
    default: '',
    unset: 'all of them',
  },
  MI_SPECS_PER_WORKER: {
    meaning:
      'How many spec files run in one process of WebdriverIO, and in one session. A process costs some seconds; if one dies, the specs that it has not run count as failed. Where phones share the specs there is one for each file.',
    default: '1',
    unset: '1; `npm run regression` sets it to 10',
  },
  MI_INVENTORY: {
    meaning:
      'The file that says which phones there are, whose they are, and which numbers are in them; config/phones.example.json shows its form. MI_PHONE_NUMBER goes before it.',
    default: '',
    unset: 'config/phones.json, if there is one',
  },
  MI_LEASE_WAIT: {
    meaning:
      'How long a phone that another run on this machine uses is waited for, written like MI_STEP_BUDGET.',
    default: '10m',
    unset: '10m',
  },
  MI_ENVIRONMENT: {
    meaning:
      'The service that a phone talks to, for phones that the run does not start itself: live or staging.',
    default: 'live',
    unset: 'live',
  },
  MI_PICTURE_CODE: {
    meaning:
      'Who answers the picture code. ask: a person, in the terminal, on the operator page or on the phone itself. ocr: tesseract reads it; refused on the live service, where the picture is there to ask a human.',
    default: '',
    unset: 'ocr on an emulated phone, ask elsewhere',
  },
  MI_OCR_PICTURES: {
    meaning: 'How many pictures tesseract may try, from 1 to 20, with MI_PICTURE_CODE=ocr.',
    default: '5',
    unset: '5',
  },
  MI_OCR_FALLBACK: {
    meaning:
      'What happens when it could read none of them. ask: a person is asked. fail: the step fails, with the pictures.',
    default: 'fail',
    unset: 'fail',
  },
  MI_LANGUAGE: {
    meaning:
      'The language that the phone is set to for the run, such as en, zh-CN, zh-TW or ru; it gets its own back at the end.',
    default: '',
    unset: 'the phone stays in its own language',
  },
  MI_SMS_SOURCES: {
    meaning:
      'Where the code from the SMS is looked for, separated by commas. inbox: the SMS provider, over adb. notifications: what the phone shows in its notifications, over adb. screen: the app has filled the code in by itself. All are tried together; where two show different codes, the first named is believed.',
    default: 'inbox,notifications,screen',
    unset: 'all three',
  },
  MI_SIM_SLOT: {
    meaning: 'The slot of the SIM card that gets the SMS, from 1, on a phone with several.',
    default: '',
    unset: 'the SIM that the phone says has the number; any, if it does not say',
  },
  MI_SMS_RESENDS: {
    meaning: 'How often the code is asked for again when it does not come, from 0 to 5.',
    default: '1',
    unset: '1',
  },
  MI_SMS_RESEND_AFTER: {
    meaning:
      'How long a code may be under way before it counts as lost, written like MI_STEP_BUDGET. A code that is asked for again makes the one before worthless, and one is valid for five minutes.',
    default: '5m',
    unset: '5m',
  },
  MI_WATCH: {
    meaning:
      "yes: the operator page is served during the run, a local web page that shows the phones' screens and steps. `npm start -- --watch` sets it and opens the page.",
    default: 'no',
    unset: 'no: it is served only where a person may be asked for a picture code',
  },
  MI_OPERATOR_PORT: {
    meaning: 'Port for the operator page on 127.0.0.1.',
    default: '',
    unset: 'a free port',
  },
  MI_ALLOW_LIVE_SIGNUP: {
    meaning:
      'yes: accounts may be created from phones that the run did not start itself. On the live service a number, and a phone, is signed up once; the ledger in MI_STATE_DIR keeps count.',
    default: 'no',
    unset: 'no: such a run ends before anything is sent',
  },
  MI_STEP_BUDGET: {
    meaning:
      'How long a step may wait for each answer of the servers, from 100ms to 1h, written 5m, 90s or 1500ms. They are slow outside China.',
    default: '5m',
    unset: '5m',
  },
  MI_ACCOUNT_PASSWORD: {
    meaning:
      'The password of the Mi accounts, which Find device asks for when an account with it is signed out. It is typed on the phone and nowhere shown.',
    default: '',
    unset: 'a person types it on the phone; Find device is left off when the run signs up',
  },
  MI_AFTER_SIGN_UP: {
    meaning:
      'What becomes of an account that a spec made on a phone that outlives the run. sign-out: the phone is signed out again, as it was found. stay: it stays signed in. `npm start` sets stay unless it is set.',
    default: 'sign-out',
    unset: 'sign-out',
  },
  MI_EVIDENCE: {
    meaning:
      'Which pictures the report holds, always blurred. failing: a small one of each step, and a video of a step that failed. all: a video of every step, too. none: neither; a failed test has the screen at its end all the same.',
    default: 'failing',
    unset: 'failing',
  },
  MI_NOTIFY: {
    meaning:
      'What is told of a nightly run whose quality gate failed: an http(s) address, which gets its summary as JSON by POST, or a command, which gets it at its standard input.',
    default: '',
    unset: 'nothing is told',
  },
  MI_STATE_DIR: {
    meaning:
      'Folder for what must outlive a clone and a cleaned reports/: the ledger of sign-ups, the leases of phones, and the settings of phones that are to be put back.',
    default: '',
    unset: '$XDG_STATE_HOME/mi-account-e2e, which usually is ~/.local/state/mi-account-e2e',
  },
  MI_APPIUM_PORT: {
    meaning: 'Port for the Appium server that the run starts on 127.0.0.1.',
    default: '',
    unset: 'a free port',
  },
  MI_APPIUM_URL: {
    meaning:
      'Address of the Appium server for MI_TARGET=remote, http or https, with a path where it has one and user:key@ before the host where it asks for them. Where the adb server of ANDROID_ADB_SERVER_ADDRESS and ANDROID_ADB_SERVER_PORT lists the phone too, it is asked over adb; else through its WebDriver session alone (docs/remote.md).',
    default: '',
    unset: 'an error for MI_TARGET=remote; not used otherwise',
  },
  MI_CAPABILITIES: {
    meaning:
      'Further capabilities of every session, as a JSON object in one line: what a Selenium Grid or a cloud chooses the phone by, such as {"appium:deviceName": "Xiaomi 13", "appium:platformVersion": "15"}, or what an Appium server wants to be told. They go before the run\'s own.',
    default: '',
    unset: 'none',
  },
  MI_EMULATOR_PORT: {
    meaning:
      "The emulated phone's console port, an even number; adb gets the next one, and the serial is emulator-PORT. Several phones get consecutive pairs of ports.",
    default: '',
    unset: 'the first free one from 5554 to 5682',
  },
  MI_EMULATOR_LATENCY: {
    meaning:
      "How long the emulated phone's account service takes for an answer: 0, 1s, a range such as 500ms..2s, or lognormal:1s..8s (median and 95th percentile, a long tail).",
    default: '1s',
    unset: '1s',
  },
  MI_EMULATOR_PROFILE: {
    meaning:
      'Which phone is emulated; `npx xiaomi-phone profiles` lists them. Several, separated by commas, are several phones, and every spec runs on each. With a language, such as xiaomi-13@ru, it is in that one only.',
    default: '',
    unset: "xiaomi-phone's own default",
  },
  MI_EMULATOR_LANGUAGE: {
    meaning:
      'The language that the emulated phone is set to: en, zh-CN, zh-TW or ru, as far as its profile has it. Several, separated by commas: each profile is a phone in each language.',
    default: '',
    unset: "the profile's own",
  },
  MI_EMULATOR_OPTIONS: {
    meaning:
      'Further options of `xiaomi-phone start`, as on its command line (`npx xiaomi-phone start --help` lists them): gates such as --adb-input off, faults of the account service such as --fault sign-in=status:503*1. Quotes keep words together.',
    default: '',
    unset: 'none',
  },
};

const WIDTH = 96;

const HEADER = `# Settings of mi-account-e2e. Copy this file to .env and change what you need; the environment wins
# over .env. Every line below is commented out and shows the default. A name that is not in this file
# is refused, and so is a value that is none of those described.
`;

/** The text of `.env.example`. */
export function envExample(): string {
  const parts = [HEADER];
  for (const [name, doc] of Object.entries(DOCS)) {
    parts.push(
      `${comment(doc.meaning)}\n${comment(`Unset: ${doc.unset}.`)}\n#${name}=${doc.default}\n`,
    );
    if (name === 'MI_STEP_BUDGET') parts.push(stepBudgets());
  }
  return parts.join('\n');
}

function stepBudgets(): string {
  const lines = STEPS.map(
    (step) => `${comment(`  ${step.title}`)}\n#${stepBudgetVariable(step.name)}=`,
  );
  return `${comment('The same for one step. Unset: MI_STEP_BUDGET.')}\n${lines.join('\n')}\n`;
}

/** Wraps a text into comment lines. */
function comment(text: string): string {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(' ')) {
    if (line !== '' && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((part) => `# ${indent}${part}`).join('\n');
}
