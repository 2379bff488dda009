/**
 * Nothing acknowledged is lost, whatever dies. One checker for all faults: people post all the while, and write down what
 * they tried and what was acknowledged ({@link dev.newera.local.faults.Ledger}); something bad happens to the running
 * system, at a moment that a seed decides ({@link dev.newera.local.faults.Faults}); it is given back what was taken; and
 * within a minute there is one {@link dev.newera.local.faults.Verdict}, from the database, the topics and the health of the
 * services themselves.
 *
 * <p>A fault only does what any script could do from outside: signals, full disks, records on a topic. Nothing in here reaches
 * into a service, and no service knows of it.
 */
package dev.newera.local.faults;
