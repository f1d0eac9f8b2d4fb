import { expect, test } from 'vitest';
import { roleChange, roleOf, rolesFor } from '../src/lib/ranks';

test('a role is given, and the others taken, by one change of modes', () => {
  expect(roleChange('lea', 'op', rolesFor('op'))).toBe('-vh+o lea lea lea');
  expect(roleChange('lea', 'member', rolesFor('op'))).toBe('-vho lea lea lea');
  expect(roleChange('lea', 'voice', rolesFor('halfop'))).toBe('+v lea');
});

test('one gives what the server lets one give', () => {
  expect(rolesFor('founder')).toEqual(['member', 'voice', 'halfop', 'op']);
  expect(rolesFor('halfop')).toEqual(['member', 'voice']);
  expect(rolesFor('voice')).toEqual([]);
  expect(rolesFor(null)).toEqual([]);
  expect(roleOf(null)).toBe('member');
  expect(roleOf('founder')).toBeUndefined();
});
