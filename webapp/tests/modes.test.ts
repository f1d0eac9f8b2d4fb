import { expect, test } from 'vitest';
import { modesOf } from '../src/lib/modes';

test('what is set is read with its parameters, wherever they stand', () => {
  expect(modesOf('+HnrtlS 10 30')).toEqual({ flags: '+HnrtlS', slow: 30 });
  expect(modesOf('+ntS 5').slow).toBe(5);
  expect(modesOf('+nstl 5').slow).toBe(0);
  expect(modesOf(undefined)).toEqual({ flags: '', slow: 0 });
});
