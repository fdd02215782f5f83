import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDoctorOptions } from '../../../launcher/doctor/options.ts';

test('serials are separated by commas, with or without blanks', () => {
  assert.deepEqual(parseDoctorOptions(['--serial', 'a, b,', '--fix'], {}), {
    serials: ['a', 'b'],
    fix: true,
    json: false,
    help: false,
  });
});

test('without options every phone is looked at and nothing is done', () => {
  assert.deepEqual(parseDoctorOptions([], {}), {
    serials: [],
    fix: false,
    json: false,
    help: false,
  });
});
