/** The HTTP API as this page uses it. */
import { credentials } from './key.js';

const PATIENCE = 10_000;

/** The service said no, and why: an RFC 9457 problem. */
export class Refused extends Error {
  constructor(problem) {
    super(sentence(problem.errors?.map(({ detail }) => detail).join('; ') || problem.detail || problem.title));
    this.status = problem.status;
  }

  /** Whether nobody knows who asks, or whoever asks may not: another key may help. */
  get isShut() {
    return this.status === 401 || this.status === 403;
  }
}

/** Details are sentences, the errors of fields are not. */
const sentence = (words) => (/[.!?]$/.test(words) ? words : `${words}.`);

/** The service has been asked too often: worth trying again, later. */
export class Throttled extends Refused {
  /** @param seconds what the service says of how long it wants to be left alone, if it does */
  constructor(problem, seconds) {
    super(problem);
    /** How long that is in milliseconds; 0 if it is not known. */
    this.pause = (Number(seconds) || 0) * 1_000;
  }
}

/** No answer, or none that helps: worth trying again. */
export class Unreachable extends Error {}

/** The envelope of a resource: `{data, meta}`. */
export function get(path, parameters = {}) {
  return call(`${path}?${new URLSearchParams(parameters)}`.replace(/\?$/, ''));
}

/** Posts once, however often it is tried with the same key. */
export function post(path, body, key) {
  return call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  });
}

async function call(path, options = {}) {
  const answer = await reach(path, options);
  if (answer.ok) return answer.json().catch(unreachable);
  if (answer.status >= 500) throw new Unreachable(`The service answered ${answer.status}.`);
  const problem = await answer.json().catch(() => ({ status: answer.status, title: answer.statusText }));
  throw answer.status === 429 ? new Throttled(problem, answer.headers.get('Retry-After')) : new Refused(problem);
}

function reach(path, options) {
  const headers = { ...options.headers, ...credentials() };
  return fetch(path, { ...options, headers, signal: AbortSignal.timeout(PATIENCE) }).catch(unreachable);
}

function unreachable(cause) {
  throw new Unreachable('The service does not answer.', { cause });
}

/** A key for {@link post}. Not crypto.randomUUID: that is kept from pages which came over plain http. */
export const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (it) => it.toString(16).padStart(2, '0')).join('');
