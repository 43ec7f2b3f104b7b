import type { Payment, PaymentPart } from '@medborgarnavet/model';
import { BENEFITS, LEVELS, LOAN_TEXTS, LOANS, MAYBE_LOANS, SHARED, TAXED, type Benefit } from './benefits.ts';
import { DEDUCTIONS } from './deductions.ts';

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Some parts go by the code of what they belong to, and have their own name all the same. */
const BY_NAME: ReadonlyMap<string, Benefit> = new Map(
  Object.values(BENEFITS)
    .reverse()
    .map((benefit) => [benefit.name.toLowerCase(), benefit]),
);

/** A family of benefits: it says less than what it is made of. */
const FAMILY = 'DAG';

function partBenefit({ benefit: { code, name } }: PaymentPart): Benefit | undefined {
  const byCode = own(BENEFITS, code);
  const isSame = byCode?.name.toLowerCase() === name.toLowerCase();
  return isSame ? byCode : (BY_NAME.get(name.toLowerCase()) ?? byCode);
}

/** What the payment is: by its own code, else by its parts' if there is one kind only. Undefined for what nobody knows. */
export function benefitOf({
  benefit: { code },
  parts,
}: Pick<Payment, 'benefit' | 'parts'>): Benefit | undefined {
  const known = own(BENEFITS, code);
  const [part, ...others] = new Set(parts.map(partBenefit));
  const only = others.length === 0 ? part : undefined;
  const found = code === FAMILY ? (only ?? known) : (known ?? only);
  return found && MAYBE_LOANS.has(code)
    ? { ...found, plain: `${found.plain} ${LOAN_TEXTS[loansIn(parts)]}` }
    : found;
}

/** How much of it is loan: nobody knows where the parts are not told. */
function loansIn(parts: readonly PaymentPart[]): keyof typeof LOAN_TEXTS {
  const loans = parts.filter(({ benefit }) => LOANS.has(benefit.code)).length;
  const known = parts.filter(({ benefit }) => own(BENEFITS, benefit.code) !== undefined).length;
  if (parts.length === 0) return 'unknown';
  if (loans > 0) return loans === parts.length ? 'all' : 'some';
  return known === parts.length ? 'none' : 'unknown';
}

/** What the payment is made of, by name, where that is not what it is called itself. */
export function kindsOf({ benefit, parts }: Pick<Payment, 'benefit' | 'parts'>): string[] {
  const names = [...new Set(parts.map(kindOf))];
  return names.some((name) => name.toLowerCase().startsWith(benefit.name.toLowerCase())) ? [] : names;
}

/** A level is not what one is paid for. */
function kindOf(part: PaymentPart): string {
  const { code, name } = part.benefit;
  return own(LEVELS, name.toLowerCase()) === undefined ? name : (own(BENEFITS, code)?.name ?? name);
}

/** What each part is, with its name, where that is not said of the whole already. */
export function partsExplained(
  payment: Pick<Payment, 'benefit' | 'parts'>,
): (readonly [name: string, plain: string])[] {
  // Grant and loan are told apart already.
  if (MAYBE_LOANS.has(payment.benefit.code)) return [];
  const whole = benefitOf(payment);
  const told = payment.parts.flatMap((part) => {
    const { name } = part.benefit;
    const plain = own(LEVELS, name.toLowerCase()) ?? partBenefit(part)?.plain;
    return plain === undefined || plain === whole?.plain ? [] : [[name, plain] as const];
  });
  return [...new Map(told)];
}

/** What was taken, in plain words, by the authority's own code. Undefined for what nobody knows. */
export function whyDeducted(code: string): string | undefined {
  return own(DEDUCTIONS, code);
}

/** Whether it is known that tax is drawn from it. */
export function isTaxed(name: string): boolean {
  return TAXED.has(name.toLowerCase());
}

/** Whether one has the whole or a share of it, and not so many hours. */
export function isShared(name: string): boolean {
  return SHARED.has(name.toLowerCase());
}
