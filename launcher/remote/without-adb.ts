import type { SmsReport, SourceReport } from '../../device/sms/report.ts';

/**
 * What a run does not have of a phone that no adb at hand reaches, and what stands in for it: one line
 * each.
 * @param report of one look at its SMS.
 */
export function missingWithoutAdb(serial: string, report: SmsReport): string[] {
  return [
    `No adb at hand reaches phone ${serial}: it is asked through its WebDriver session alone (docs/remote.md). Whether an account is signed in is seen in the row of Settings only; the version of MIUI or HyperOS, the region and the SIM cards are not known; the operator page has no live picture; settings of the phone are neither changed nor put back.`,
    ...report.sources.map(smsLine),
  ];
}

function smsLine({ name, failure }: SourceReport): string {
  if (failure !== undefined) {
    return `SMS, ${name}: closed (${failure.details.seen ?? 'no answer'}). ${failure.details.remedy}`;
  }
  if (name === 'inbox') {
    return "SMS, inbox: read by Appium's helper app. On Xiaomi's system it sees messages of companies only with the permission “Notification SMS”.";
  }
  return `SMS, ${name}: read by Appium's helper app. From Android 15 on the system hides codes in them from it.`;
}
