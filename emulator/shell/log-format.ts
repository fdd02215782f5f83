import type { LogEntry } from '../android/logcat.ts';
import { formatTime } from './date-format.ts';

export const LOG_FORMATS = [
  'brief',
  'epoch',
  'long',
  'process',
  'raw',
  'tag',
  'thread',
  'threadtime',
  'time',
] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

export function isLogFormat(name: string): name is LogFormat {
  return LOG_FORMATS.some((format) => format === name);
}

/** A log entry as `logcat -v FORMAT` prints it, one line per line of its message. */
export function formatLogEntry(entry: LogEntry, format: LogFormat, timeZone: string): string {
  const { pid, tid, priority, tag, message, timeMs } = entry;
  const time = formatTime(timeMs, '%m-%d %H:%M:%S.%3N', timeZone);
  const process = String(pid).padStart(5);
  const thread = String(tid).padStart(5);
  const paddedTag = tag.padEnd(8);
  if (format === 'long')
    return `[ ${time} ${process}:${thread} ${priority}/${paddedTag} ]\n${message}\n\n`;
  const prefixes: Readonly<Record<Exclude<LogFormat, 'long'>, string>> = {
    brief: `${priority}/${paddedTag}(${process}): `,
    epoch: `${(timeMs / 1000).toFixed(3).padStart(19)} ${process} ${thread} ${priority} ${paddedTag}: `,
    process: `${priority}(${process}) `,
    raw: '',
    tag: `${priority}/${paddedTag}: `,
    thread: `${priority}(${process}:${thread}) `,
    threadtime: `${time} ${process} ${thread} ${priority} ${paddedTag}: `,
    time: `${time} ${priority}/${paddedTag}(${process}): `,
  };
  const suffix = format === 'process' ? `  (${tag})` : '';
  return message
    .split('\n')
    .map((line) => `${prefixes[format]}${line}${suffix}\n`)
    .join('');
}
