import type { Holder } from '../../src/pipeline/documents/custody-state.ts';
import type { PaperKind } from '../../src/pipeline/documents/paper-kind.ts';

export type ReceiptProps = {
  loan: Loan;
  name: string;
  last4: string;
  town: string;
  code: string;
  employer: string;
  days: { departsOn: string; leavesAt: number | null };
};

export type Loan = {
  kind: PaperKind;
  holder: Holder;
  keeper: string;
  receiptNo: number;
  lentAt: number;
  returnBy: string;
  returnedAt: number | null;
  lentConfirmedAt: number | null;
  returnConfirmedAt: number | null;
};
