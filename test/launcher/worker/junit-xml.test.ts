import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseXmlDocument } from 'slimdom';
import { completeJunit, type JunitPhone } from '../../../launcher/worker/junit-xml.ts';

const PHONE: JunitPhone = {
  name: 'Redmi 7A, zh-CN',
  serial: 'emulator-5554',
  model: 'Redmi 7A',
  system: 'MIUI 10',
  language: 'zh-CN',
};
const MESSAGE = 'No SMS came.\n  screen: SMS code';

/** As the reporter writes it. */
function reported(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="1" failures="1">
  <testsuite name="Signing up" time="31.21" tests="1" failures="1">
    <properties>
      <property name="file" value="file://./specs/sign-up.spec.ts"/>
    </properties>
    <testcase classname="Redmi 7A, zh-CN.Signing up" name="creates an account" time="30.743">
      <failure message="${MESSAGE.replace('\n', '&#xA;')}"/>
      <system-err><![CDATA[
SmsNotReceivedError: No SMS came.
    at somewhere
]]></system-err>
    </testcase>
  </testsuite>
</testsuites>`;
}

/** As it writes what a worker without a session leaves. */
const NO_SESSION = `<testsuites><testsuite tests="1" failures="1"><testcase classname="" name="">
<failure message="a session was not made"/></testcase></testsuite></testsuites>`;

function completed(xml: string, phone: JunitPhone | undefined) {
  const document = parseXmlDocument(completeJunit(xml, phone));
  const only = (name: string) => {
    const [element] = document.getElementsByTagName(name);
    assert.ok(element, `no ${name}`);
    return element;
  };
  return { only, document };
}

describe('JUnit results', () => {
  it('have a suite for the spec on the phone', () => {
    const suite = completed(reported(), PHONE).only('testsuite');
    assert.equal(suite.getAttribute('name'), 'Redmi 7A, zh-CN: specs/sign-up.spec.ts');
  });

  it('have the path of the spec on the suite, the case and among the properties', () => {
    const { only } = completed(reported(), PHONE);
    const path = 'specs/sign-up.spec.ts';
    assert.equal(only('testsuite').getAttribute('file'), path);
    assert.equal(only('testcase').getAttribute('file'), path);
    assert.equal(only('property').getAttribute('value'), path);
  });

  it('say which phone it was', () => {
    const properties = completed(reported(), PHONE).document.getElementsByTagName('property');
    assert.deepEqual(
      properties
        .map((property) => [property.getAttribute('name'), property.getAttribute('value')])
        .slice(1),
      [
        ['phone', 'Redmi 7A, zh-CN'],
        ['serial', 'emulator-5554'],
        ['model', 'Redmi 7A'],
        ['system', 'MIUI 10'],
        ['language', 'zh-CN'],
      ],
    );
  });

  it('have the type of an error, its first line, and all of it', () => {
    const failure = completed(reported(), PHONE).only('failure');
    assert.equal(failure.getAttribute('type'), 'SmsNotReceivedError');
    assert.equal(failure.getAttribute('message'), 'No SMS came.');
    assert.equal(failure.textContent, MESSAGE);
  });

  it('keep the times, the counts and the class', () => {
    const { only } = completed(reported(), PHONE);
    assert.equal(only('testcase').getAttribute('time'), '30.743');
    assert.equal(only('testsuite').getAttribute('failures'), '1');
    assert.equal(only('testcase').getAttribute('classname'), 'Redmi 7A, zh-CN.Signing up');
  });

  it('name what a worker without a session leaves', () => {
    const { only } = completed(NO_SESSION, PHONE);
    assert.equal(only('testsuite').getAttribute('name'), 'Redmi 7A, zh-CN: no session');
    assert.equal(only('testcase').getAttribute('classname'), 'Redmi 7A, zh-CN');
    assert.equal(only('testcase').getAttribute('name'), 'no session');
    assert.equal(only('failure').getAttribute('type'), 'Error');
  });

  it('are completed also where the worker did not come to know its phone', () => {
    const { only } = completed(reported(), undefined);
    assert.equal(only('testsuite').getAttribute('name'), 'specs/sign-up.spec.ts');
  });
});
