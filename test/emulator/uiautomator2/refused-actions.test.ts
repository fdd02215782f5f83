import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { move, down, pause, finger, keys } from './action-items.ts';
import { errorOf, FakePhone } from './fake-phone.ts';

describe('UiAutomator2 server: W3C actions that it refuses', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  const BAD: readonly (readonly [string, unknown, RegExp])[] = [
    ['no actions', {}, /W3CActionsModel: The mandatory field 'actions'/],
    ['no id', { actions: [{ type: 'key', actions: [] }] }, /W3CItemModel: .* field 'id'/],
    [
      'an unknown type',
      { actions: [{ type: 'wheel', id: 'w', actions: [] }] },
      /Only \[pointer, key, none\] values are supported for type key\. 'wheel' is passed/,
    ],
    ['the same id twice', { actions: [finger('f'), finger('f')] }, /'f' has one one or more dup/],
    [
      'an unknown item',
      { actions: [finger('f', { type: 'keyDown' })] },
      /Only \[pointerMove, .*\] item type values are supported for action type 'pointer'/,
    ],
    [
      'an unknown pointer',
      { actions: [{ type: 'pointer', id: 'f', parameters: { pointerType: 'nose' }, actions: [] }] },
      /Only \[mouse, pen, touch\] values are supported for pointerType key\. 'nose' is passed/,
    ],
    [
      'a pointer that is a keyboard',
      { actions: [{ type: 'key', id: 'k', parameters: { pointerType: 'pen' }, actions: [] }] },
      /pointerType parameter is only supported for action type 'pointer' in 'k' action/,
    ],
    [
      'two kinds of pointers',
      {
        actions: [
          finger('f'),
          { type: 'pointer', id: 'm', parameters: { pointerType: 'mouse' }, actions: [] },
        ],
      },
      /only allowed to use one pointer type simultaneously\. And you have 2: \[touch, mouse\]/,
    ],
    [
      'two mice',
      {
        actions: ['a', 'b'].map((id) => ({
          type: 'pointer',
          id,
          parameters: { pointerType: 'mouse' },
          actions: [],
        })),
      },
      /No more that one simultaneous pointer is supported for pointerType mouse/,
    ],
    [
      'a move without coordinates',
      { actions: [finger('f', { type: 'pointerMove', duration: 0 }, down)] },
      /Both coordinates must be be set for action item 'pointerMove' #1 of action 'f'/,
    ],
    [
      'a touch without a place',
      { actions: [finger('f', down)] },
      /'pointerDown' #1 of the action 'f' should be preceded with at least one item/,
    ],
    [
      'a move from a pointer that is nowhere',
      { actions: [finger('f', move(1, 1, 0, 'pointer'), down)] },
      /'pointerMove' #1 of action 'f' should be preceded with at least one item containing/,
    ],
    [
      'a mouse that hovers from nowhere',
      {
        actions: [
          {
            type: 'pointer',
            id: 'm',
            parameters: { pointerType: 'mouse' },
            actions: [move(1, 1, 100, 'pointer')],
          },
        ],
      },
      /The first item of the action 'm' must only use absolute coordinates/,
    ],
    ['actions that are no list', { actions: 'none' }, /JsonSyntaxException: Expected BEGIN_ARRAY/],
    ['an action that is no object', { actions: [1] }, /JsonSyntaxException: Expected BEGIN_OBJECT/],
    ['items that are no list', { actions: [{ ...finger('f'), actions: {} }] }, /BEGIN_ARRAY/],
    [
      'the last of several wrong items',
      { actions: [finger('f', { type: 'keyDown' }, { type: 'keyUp' })] },
      /'keyUp' is passed instead for action 'f'/,
    ],
    [
      'a duration that is a fraction',
      { actions: [finger('f', pause(1.5))] },
      /Expected a long but was 1\.5/,
    ],
    [
      'a pause without duration',
      { actions: [finger('f', { type: 'pause' })] },
      /Missing duration key for action item 'pause' of action with id 'f'/,
    ],
    [
      'a negative duration',
      { actions: [finger('f', pause(-1))] },
      /duration key cannot be negative/,
    ],
    [
      'a duration that is no long',
      { actions: [finger('f', pause(1e308))] },
      /NumberFormatException: Expected a long but was 1e\+308/,
    ],
    [
      'two touches at once',
      { actions: [finger('f', move(0, 0), down, down)] },
      /two or more 'pointerDown' actions without a pause between them at 0ms in 'f' chain/,
    ],
    ['no key', { actions: [keys({ type: 'keyDown' })] }, /Missing value key for action item 'keyD/],
    [
      'an empty key',
      { actions: [keys({ type: 'keyDown', value: '' })] },
      /value key cannot be empty for action item 'keyDown'/,
    ],
    [
      'an origin that is no element',
      { actions: [finger('f', move(0, 0, 0, { no: 'element' }), down)] },
      /An unknown element '\{no=element\}' is set for action item 'pointerMove'/,
    ],
  ];
  for (const [what, body, problem] of BAD) {
    it(`refuses ${what}`, async () => {
      const answer = errorOf(await phone.post('/actions', body));
      assert.deepEqual([answer.status, answer.error], [400, 'invalid argument']);
      assert.match(answer.message, problem);
    });
  }
});
