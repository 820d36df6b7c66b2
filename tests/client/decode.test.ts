import { describe, expect, test } from 'vitest';
import { decode } from '../../src/client/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0])]);

describe('what is text', () => {
  test.each([
    ['UTF-8', utf8('Vell – قلعة'), 'Vell – قلعة'],
    ['UTF-8 with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), 'a'],
    ['UTF-16 with a byte order mark', utf16('Vell'), 'Vell'],
    ['UTF-16, the other way round', new Uint8Array([0xfe, 0xff, 0, 0x61]), 'a'],
  ])('%s', (_, bytes, text) => {
    expect(decode(bytes)).toEqual({ text });
  });
});

describe('what is not, and what to do about it', () => {
  test.each([
    ['nothing', new Uint8Array(), /empty/],
    ['a PDF', utf8('%PDF-1.7\n'), /PDF.*paste/],
    ['a Word document', utf8('PK\u0003\u0004\u0000\u0000'), /Word.*paste/],
    ['Rich Text', utf8('{\\rtf1'), /Rich Text.*paste/],
    ['a web archive', utf8('From: <Saved by Blink>\r\n'), /web archive.*paste/],
    ['an image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d]), /not a text file/],
    ['Windows-1252', new Uint8Array([0x56, 0x92, 0x6c]), /not in UTF-8.*paste/],
    ['half a character of UTF-16', new Uint8Array([0xff, 0xfe, 0x61]), /paste/],
  ])('%s', (_, bytes, refusal) => {
    expect(decode(bytes)).toEqual({ refusal: expect.stringMatching(refusal) as string });
  });
});
