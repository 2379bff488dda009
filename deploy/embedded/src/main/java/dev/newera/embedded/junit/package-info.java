/**
 * Brings a backbone to whatever JUnit runs in this JVM. Having {@code dev.newera:embedded} on a test class path is all
 * that a module does for it.
 */
package dev.newera.embedded.junit;
