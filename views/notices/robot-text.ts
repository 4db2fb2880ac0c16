import type { NoticeKind } from '../../src/notices/notice.ts';
import { WORDS } from '../i18n/words.ts';

/**
 * What a robot says in the group: the batch and what happened, never whom it happened to. The group
 * reads Chinese.
 */
export function robotText(kind: NoticeKind, code: string): string {
  return WORDS.zh.robotSays(code, kind);
}
